import { readonly, ref, watchEffect } from 'vue';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'spend-tracker.theme';

const theme = ref<Theme>(stored());

function stored(): Theme {
  const value = localStorage.getItem(storageKey);
  return themes.find((candidate) => candidate === value) ?? 'system';
}

/** The reader's choice, kept on this device; the style sheet does the rest by `color-scheme`. */
export function useTheme() {
  return {
    theme: readonly(theme),
    next() {
      theme.value = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? 'system';
      localStorage.setItem(storageKey, theme.value);
    },
  };
}

watchEffect(() => {
  document.documentElement.dataset.theme = theme.value;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.dataset.theme ?? '';
    meta.media = theme.value === 'system' ? `(prefers-color-scheme: ${own})` : theme.value === own ? 'all' : 'not all';
  }
});
