import { expect, test } from 'vitest';
import { isConnectionLost, noted } from './connection';

const answer = () => Promise.resolve(new Response('', { status: 503 }));
const failure = (reason: Error) => Promise.reject<Response>(reason);

test('a request without an answer tells that the connection is lost, the next answer that it is back', async () => {
  expect(isConnectionLost.value).toBe(false);
  await expect(noted(failure(new TypeError('Failed to fetch')))).rejects.toThrow();
  expect(isConnectionLost.value).toBe(true);
  await noted(answer());
  expect(isConnectionLost.value).toBe(false);
});

test('a request that the page has ended tells nothing', async () => {
  await expect(noted(failure(new DOMException('ended', 'AbortError')))).rejects.toThrow();
  expect(isConnectionLost.value).toBe(false);
});

test('what the browser says counts, too', async () => {
  dispatchEvent(new Event('offline'));
  expect(isConnectionLost.value).toBe(true);
  await noted(answer());
  expect(isConnectionLost.value).toBe(true);
  dispatchEvent(new Event('online'));
  expect(isConnectionLost.value).toBe(false);
});
