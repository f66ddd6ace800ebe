import { beforeEach, expect, test } from 'vitest';
import { session } from '../api/session';
import { afterSession, afterSignIn, router } from './router';

beforeEach(() => session.end('signed-out'));

test('without a session every page leads to sign-in and remembers the way', async () => {
  await router.push('/?from=2026-01-01&categories=A,B');
  expect(router.currentRoute.value.name).toBe('sign-in');
  expect(router.currentRoute.value.query.next).toBe('/?from=2026-01-01&categories=A,B');
  expect(afterSignIn(router.currentRoute.value)).toBe('/?from=2026-01-01&categories=A,B');
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', ''])('%s is no place to go after signing in', (next) => {
  expect(afterSignIn(router.resolve({ name: 'sign-in', query: { next } }))).toEqual({ name: 'dashboard' });
});

test.each([
  ['signed-out', undefined],
  ['deleted', undefined],
  ['ended', '/settings'],
] as const)('a session that is %s leads back to %s', (reason, next) => {
  session.end(reason);
  expect(router.resolve(afterSession(router.resolve('/settings'))).query.next).toBe(next);
});
