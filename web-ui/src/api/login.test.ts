import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isSignOutUntold, signIn, signOut, tellSignOut } from './login';
import { session } from './session';

const fetchMock = vi.fn<typeof fetch>();
const noContent = () => Promise.resolve(new Response(null, { status: 204 }));
const noAnswer = () => Promise.reject(new TypeError('Failed to fetch'));
const asked = () => fetchMock.mock.calls.map(([address]) => address);

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock);
  fetchMock.mockImplementation(noContent);
  session.begin();
});

afterEach(() => {
  session.signedOut();
  vi.unstubAllGlobals();
  fetchMock.mockReset();
});

test('signs out here at once, and tells the server', async () => {
  const told = signOut();
  expect(session.since.value).toBeNull();
  expect(session.isSigningOut.value).toBe(true);
  await told;
  expect(session.isSigningOut.value).toBe(false);
  expect(fetchMock).toHaveBeenCalledExactlyOnceWith('/api/v1/logout', {
    method: 'POST', keepalive: true, credentials: 'same-origin', headers: { 'X-Requested-With': 'spend-tracker' },
  });
});

test('is signed out even where the server cannot be told, and tells it once the connection is back', async () => {
  fetchMock.mockImplementation(noAnswer);
  await signOut();
  expect(session.since.value).toBeNull();
  expect(isSignOutUntold.value).toBe(true);
  fetchMock.mockImplementation(noContent);
  dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(isSignOutUntold.value).toBe(false));
  expect(session.isSigningOut.value).toBe(false);
});

test('needs no more telling where there was no session to end', async () => {
  fetchMock.mockResolvedValue(new Response('', { status: 415 }));
  await signOut();
  expect(session.isSigningOut.value).toBe(false);
});

test('tells once, however often it is to be told', async () => {
  await Promise.all([signOut(), tellSignOut(), tellSignOut()]);
  await tellSignOut();
  expect(asked()).toEqual(['/api/v1/logout']);
});

test('nobody signs in before the server has answered to the sign-out', async () => {
  let answer: (response: Response) => void = () => undefined;
  fetchMock.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  void signOut();
  const done = signIn('john', 'secret');
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked()).toEqual(['/api/v1/logout']);
  answer(new Response(null, { status: 204 }));
  await done;
  expect(asked()).toEqual(['/api/v1/logout', '/api/v1/session']);
  expect(session.since.value).not.toBeNull();
});

test('signs in with a code where there is one', async () => {
  await signIn('john', 'secret');
  await signIn('john', 'secret', '123456');
  expect(fetchMock.mock.calls.map(([, init]) => init?.body)).toEqual([
    '{"username":"john","password":"secret"}',
    '{"username":"john","password":"secret","code":"123456"}',
  ]);
});
