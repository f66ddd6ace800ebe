import { expect, test } from 'vitest';
import { formatAgo } from './ago';

const now = new Date('2026-03-31T12:00:00Z');

test.each([
  ['2026-03-31T11:59:01Z', 'now'],
  ['2026-03-31T12:00:05Z', 'now'],
  ['2026-03-31T11:59:00Z', '1 minute ago'],
  ['2026-03-31T09:30:00Z', '2 hours ago'],
  ['2026-03-29T13:00:00Z', '1 day ago'],
  ['2026-02-20T12:00:00Z', '1 month ago'],
  ['2024-01-01T12:00:00Z', '2 years ago'],
])('%s is %s', (moment, words) => {
  expect(formatAgo(moment, 'en-US', now)).toBe(words);
});

test('is said in the language of the reader', () => {
  expect(formatAgo('2026-03-31T11:55:00Z', 'de-DE', now)).toBe('vor 5 Minuten');
});
