import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { session } from './session';

const sinceKey = 'spend-tracker.session';
const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-31T12:00:00Z') });
  localStorage.clear();
  session.signedOut();
  session.end('signed-out');
  reload.mockClear();
});

afterEach(() => vi.useRealTimers());

/** Signs in a minute after whatever was before, and says which session that is. */
function begin(): string {
  vi.advanceTimersByTime(60_000);
  session.begin();
  return session.since.value ?? '';
}

/** What another tab does to what all of them share. */
function elsewhere(key: string, newValue: string | null) {
  if (newValue === null) localStorage.removeItem(key);
  else localStorage.setItem(key, newValue);
  dispatchEvent(new StorageEvent('storage', { key, newValue }));
}

test('a session lasts until it ends, and nothing kept of it is a secret', () => {
  begin();
  expect(session.since.value).toBe('2026-03-31T12:01:00.000Z');
  expect(session.endReason.value).toBeNull();
  expect({ ...localStorage }).toEqual({ [sinceKey]: '2026-03-31T12:01:00.000Z' });
  session.end('deleted');
  expect(session.since.value).toBeNull();
  expect(session.endReason.value).toBe('deleted');
  expect(localStorage.length + sessionStorage.length).toBe(0);
});

test('a refusal ends the session', () => {
  session.refused(begin());
  expect(session.since.value).toBeNull();
  expect(session.endReason.value).toBe('ended');
});

test('a late refusal of an earlier session does not end a newer one', () => {
  const earlier = begin();
  const newer = begin();
  session.refused(earlier);
  expect(session.since.value).toBe(newer);
});

test('a late refusal does not end what another tab has begun since, of which this one has not heard yet', () => {
  const earlier = begin();
  localStorage.setItem(sinceKey, 'later');
  session.refused(earlier);
  expect(localStorage.getItem(sinceKey)).toBe('later');
  expect(reload).toHaveBeenCalledOnce();
});

test('signing out is remembered until the server has been told', () => {
  begin();
  session.signOut();
  expect(session.endReason.value).toBe('signed-out');
  expect(session.isSigningOut.value).toBe(true);
  expect(localStorage.length).toBe(1);
  session.signedOut();
  expect(session.isSigningOut.value).toBe(false);
  expect(localStorage.length).toBe(0);
});

test('signing in anew settles a sign-out that the server was not told of', () => {
  session.signOut();
  begin();
  expect(session.isSigningOut.value).toBe(false);
  expect(Object.keys(localStorage)).toEqual([sinceKey]);
});

test('signing out in another tab signs this one out', () => {
  begin();
  elsewhere('spend-tracker.signing-out', 'yes');
  elsewhere(sinceKey, null);
  elsewhere('spend-tracker.signing-out', null);
  expect(session.since.value).toBeNull();
  expect(session.endReason.value).toBe('signed-out');
  expect(session.isSigningOut.value).toBe(false);
  expect(reload).not.toHaveBeenCalled();
});

test('a session that another tab found to be over is over here', () => {
  begin();
  elsewhere(sinceKey, null);
  expect(session.since.value).toBeNull();
  expect(session.endReason.value).toBe('ended');
});

test('signing in in another tab begins everything anew here', () => {
  begin();
  elsewhere(sinceKey, 'later');
  expect(session.since.value).toBe('later');
  expect(reload).toHaveBeenCalledOnce();
});

test('a page that the browser brings back has a look at what has happened meanwhile', () => {
  begin();
  localStorage.setItem(sinceKey, 'later');
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(reload).not.toHaveBeenCalled();
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(reload).toHaveBeenCalledOnce();
});

test('a choice that another tab has made is no matter', () => {
  const since = begin();
  elsewhere('spend-tracker.theme', 'dark');
  expect(session.since.value).toBe(since);
  expect(reload).not.toHaveBeenCalled();
});

test('a token of a former version is removed', async () => {
  sessionStorage.setItem('spend-tracker.access-token', 'token');
  vi.resetModules();
  await import('./session');
  expect(sessionStorage.length).toBe(0);
});
