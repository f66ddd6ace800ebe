import { expect, test } from 'vitest';
import { chooseLocale } from '.';

test('the locale is the first preferred one whose language is there', () => {
  expect(chooseLocale(['fr-FR', 'en-GB', 'de'], ['en', 'de'])).toBe('en-GB');
  expect(chooseLocale(['fr'], ['en'])).toBe('en');
  expect(chooseLocale([], ['en'])).toBe('en');
});
