import { shallowReactive } from 'vue';
import { en, type Messages } from './en';

/**
 * The languages that there are. Another one is a file that satisfies Messages (the compiler tells
 * what is missing) and a loader here: `de: async () => (await import('./de')).de`.
 */
const languages: Record<string, () => Promise<Messages>> = { en: async () => en };

/** The messages in the reader's language: `t.signIn.title`. */
export const t: Messages = shallowReactive({ ...en });

/** For numbers and dates: the reader's own region of the language that the messages are in. */
export const locale = chooseLocale(navigator.languages, Object.keys(languages));

export function chooseLocale(preferred: readonly string[], available: readonly string[]): string {
  return preferred.find((tag) => available.includes(languageOf(tag))) ?? 'en';
}

/** Loads the messages before the page is drawn. */
export async function loadMessages(): Promise<void> {
  const language = languageOf(locale);
  const load = languages[language];
  if (load && language !== 'en') Object.assign(t, await load());
  document.documentElement.lang = locale;
}

function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? 'en';
}
