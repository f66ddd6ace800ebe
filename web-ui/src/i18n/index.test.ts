import { afterEach, expect, test, vi } from 'vitest';
import { chooseLanguage, chooseLocale, loadMessages, locale, t } from '.';
import { en } from './en';

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
  vi.resetModules();
});

/** The module as it is in a browser that prefers these, where this has been chosen before. */
async function inBrowser(preferred: readonly string[], chosen?: string) {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(preferred);
  if (chosen) localStorage.setItem('spend-tracker.language', chosen);
  vi.resetModules();
  const fresh = await import('.');
  await fresh.loadMessages();
  return fresh;
}

test('the locale is the first preferred one whose language is there', () => {
  expect(chooseLocale(['fr-FR', 'en-GB', 'de'], null)).toBe('en-GB');
  expect(chooseLocale(['fr', 'de-AT', 'en'], null)).toBe('de-AT');
  expect(chooseLocale(['fr'], null)).toBe('en');
  expect(chooseLocale([], null)).toBe('en');
});

test('a chosen language keeps the reader’s own region of it', () => {
  expect(chooseLocale(['en-GB', 'de-CH'], 'de')).toBe('de-CH');
  expect(chooseLocale(['en-GB'], 'de')).toBe('de');
  expect(chooseLocale(['de-DE', 'en-IE'], 'en')).toBe('en-IE');
});

test('in an English browser all is English', async () => {
  await loadMessages();
  expect(t.nav).toBe(en.nav);
  expect(document.documentElement.lang).toBe(locale);
});

test('a German browser reads German', async () => {
  const fresh = await inBrowser(['de-AT', 'en']);
  expect(fresh.t.nav.transactions).toBe('Buchungen');
  expect(document.documentElement.lang).toBe('de-AT');
});

test('messages that come with their pages are English where nothing else was said', async () => {
  const english = await inBrowser(['en-US']);
  expect('tokens' in english.t).toBe(false);
  await import('./enAccount');
  expect(english.t.tokens.title).toBe('API tokens');
  const german = await inBrowser(['de-DE']);
  const title = german.t.tokens.title;
  await import('./enAccount');
  expect(title).not.toBe('API tokens');
  expect(german.t.tokens.title).toBe(title);
});

test('what the reader has chosen comes before what the browser prefers', async () => {
  expect((await inBrowser(['de-DE'], 'en')).t.nav.transactions).toBe('Transactions');
  expect((await inBrowser(['en-US'], 'de')).t.nav.transactions).toBe('Buchungen');
});

test('a language that is unknown here is as if none were chosen', async () => {
  const fresh = await inBrowser(['en-US'], 'xx');
  expect(fresh.chosenLanguage).toBeNull();
  expect(fresh.locale).toBe('en-US');
});

test('a choice is kept, and the page drawn anew', () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  chooseLanguage('de');
  expect(localStorage.getItem('spend-tracker.language')).toBe('de');
  chooseLanguage(null);
  expect(localStorage.getItem('spend-tracker.language')).toBeNull();
  expect(reload).toHaveBeenCalledTimes(2);
});
