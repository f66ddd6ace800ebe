import { beforeEach, expect, test } from 'vitest';
import { session } from './session';

function tokenExpiring(secondsFromNow: number): string {
  const payload = btoa(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + secondsFromNow }));
  return `head.${payload.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.signature`;
}

beforeEach(() => {
  session.end('signed-out');
  sessionStorage.clear();
});

test('a session lasts in this tab until it ends', () => {
  session.begin('token');
  expect(session.token.value).toBe('token');
  expect(session.endReason.value).toBeNull();
  expect(sessionStorage.length).toBe(1);
  session.end('signed-out');
  expect(session.token.value).toBeNull();
  expect(session.endReason.value).toBe('signed-out');
  expect(sessionStorage.length).toBe(0);
});

test.each([
  [tokenExpiring(-1), 'expired'],
  [tokenExpiring(1800), 'rejected'],
  ['not a token', 'rejected'],
])('a refused token ends the session with a reason', (token, reason) => {
  session.begin(token);
  session.refused(token);
  expect(session.token.value).toBeNull();
  expect(session.endReason.value).toBe(reason);
});

test('a late refusal of an older token does not end a newer session', () => {
  session.begin('new');
  session.refused('old');
  expect(session.token.value).toBe('new');
});
