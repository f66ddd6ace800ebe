import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stubPasskeys } from './fakePasskeys';
import { answerOf, passkeyObstacle } from './webAuthn';

beforeEach(() => void stubPasskeys());
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['spend.example', null],
  ['localhost', null],
  ['192.0.2.7', 'address'],
  ['[2001:db8::7]', 'address'],
])('at %s the obstacle is %s', (hostname, obstacle) => {
  vi.stubGlobal('location', { hostname });
  expect(passkeyObstacle()).toBe(obstacle);
});

test('there are no passkeys in a browser that does not read their options', () => {
  vi.stubGlobal('PublicKeyCredential', {});
  expect(passkeyObstacle()).toBe('unsupported');
});

test('there are no passkeys where the browser shows none, as on a connection that others can read', () => {
  vi.unstubAllGlobals();
  expect(passkeyObstacle()).toBe('unsupported');
});

describe('what the browser answers', () => {
  const refusing = (name: string) => answerOf(Promise.reject(new DOMException('', name)));

  test.each(['NotAllowedError', 'AbortError'])('is nothing at %s', async (name) => {
    expect(await refusing(name)).toBeNull();
  });

  test.each([
    ['SecurityError', 'address'],
    ['InvalidStateError', 'known'],
  ])('at %s is an obstacle: %s', async (name, obstacle) => {
    await expect(refusing(name)).rejects.toMatchObject({ obstacle });
  });

  test('stays an error where nobody knows better', async () => {
    await expect(refusing('UnknownError')).rejects.toMatchObject({ name: 'UnknownError' });
  });
});
