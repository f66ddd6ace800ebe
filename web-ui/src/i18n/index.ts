import { shallowReactive } from 'vue';
import { en, type Messages } from './en';

/**
 * The languages that there are, each named in its own words. Another one is a file that satisfies Messages (the
 * compiler tells what is missing) and a line here. English comes with the page; another replaces it before anything is drawn.
 */
const sources = {
  en: { name: 'English', load: async (): Promise<Partial<Messages>> => en },
  de: { name: 'Deutsch', load: async (): Promise<Messages> => (await import('./de')).de },
};

export type Language = keyof typeof sources;

export const languages = (Object.keys(sources) as Language[]).map((id) => ({ id, name: sources[id].name }));

const storageKey = 'spend-tracker.language';

/** The messages in the reader's language: `t.signIn.title`. */
export const t = shallowReactive({ ...en }) as Messages;

/** The language that the reader has chosen on this device; null: as the browser. */
export const chosenLanguage = languageIn(localStorage.getItem(storageKey) ?? '');

/** For numbers and dates: the reader's own region of the language that the messages are in. */
export const locale = chooseLocale(navigator.languages, chosenLanguage);

/** The language that the messages are in. */
export const language: Language = languageIn(locale) ?? 'en';

export function chooseLocale(preferred: readonly string[], chosen: Language | null): string {
  const isFitting = (tag: string) => (chosen ? languageIn(tag) === chosen : languageIn(tag) !== null);
  return preferred.find(isFitting) ?? chosen ?? 'en';
}

/** Loads the messages before the page is drawn; a language that cannot be loaded leaves it English. */
export async function loadMessages(): Promise<void> {
  try {
    Object.assign(t, await sources[language].load());
    document.documentElement.lang = locale;
  } catch {
    document.documentElement.lang = 'en';
  }
}

/** Adds English messages that come with the pages that need them. Another language comes whole, and stays. */
export function addEnglish(messages: Partial<Messages>): void {
  Object.assign(t, { ...messages, ...t });
}

/** Draws everything anew in another language, and keeps it on this device; null: as the browser. */
export function chooseLanguage(wanted: Language | null): void {
  if (wanted) localStorage.setItem(storageKey, wanted);
  else localStorage.removeItem(storageKey);
  location.reload();
}

/** The language of a tag such as "de-AT", if its messages are there. */
function languageIn(tag: string): Language | null {
  const wanted = tag.split('-')[0]?.toLowerCase();
  return languages.find(({ id }) => id === wanted)?.id ?? null;
}
