import { expect, test } from 'vitest';
import { strategyOf } from './strategy';

const origin = 'https://money.example';
const ask = (path: string, mode = 'cors', method = 'GET') => strategyOf({ method, mode, url: new URL(path, origin).href }, origin);

test('what is named by its content comes from what is kept, and the icon of the tab', () => {
  expect(ask('/assets/index-1a2b3c.js')).toBe('kept');
  expect(ask('/icon.svg', 'no-cors')).toBe('kept');
});

test('a page comes from the network if it can', () => {
  expect(ask('/', 'navigate')).toBe('page');
  expect(ask('/transactions?kind=income', 'navigate')).toBe('page');
});

test.each(['/api/v1/dashboard', '/api/v1/changes', '/api/v1/login', '/docs', '/docs/openapi/auth', '/health', '/sw.js'])(
  '%s is left alone, however it is asked for',
  (path) => {
    expect(ask(path)).toBeNull();
    expect(ask(path, 'navigate')).toBeNull();
  },
);

test('nothing but reading from this site is looked at', () => {
  expect(ask('/', 'navigate', 'POST')).toBeNull();
  expect(ask('https://elsewhere.example/assets/x.js')).toBeNull();
});
