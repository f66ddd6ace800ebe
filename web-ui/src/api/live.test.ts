import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followChanges } from './live';
import { queryClient } from './queryClient';
import { session } from './session';

let streams: { headers: Headers; signal: AbortSignal; send: (text: string) => void; end: () => void }[];
let refreshed: number;
let stop: () => void;
let status: number;

beforeEach(() => {
  vi.useFakeTimers();
  streams = [];
  refreshed = 0;
  status = 200;
  vi.spyOn(queryClient, 'invalidateQueries').mockImplementation(async () => void refreshed++);
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (started) => void (controller = started) });
    streams.push({
      headers: new Headers(init.headers),
      signal: init.signal as AbortSignal,
      send: (text) => controller?.enqueue(new TextEncoder().encode(text)),
      end: () => controller?.close(),
    });
    return new Response(status === 200 ? body : null, { status });
  });
});

afterEach(() => {
  stop();
  session.end('signed-out');
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function settle(millis = 0) {
  await flushPromises();
  await vi.advanceTimersByTimeAsync(millis);
  await flushPromises();
}

test('a change asks for everything anew, several at once only once', async () => {
  session.begin();
  stop = followChanges();
  await settle();
  expect(streams[0]?.headers.get('Accept')).toBe('text/event-stream');
  streams[0]?.send(':\n\nid:7\nevent:cha');
  streams[0]?.send('nge\ndata:{}\n\nid:8\nevent:change\ndata:{}\n\n');
  await settle(1_000);
  expect(refreshed).toBe(1);
  streams[0]?.send(':\n\n');
  await settle(1_000);
  expect(refreshed).toBe(1);
});

test('a stream that ends is opened again after where it was', async () => {
  session.begin();
  stop = followChanges();
  await settle();
  streams[0]?.send('id:7\nevent:change\n\n');
  await settle();
  streams[0]?.end();
  await settle(900);
  expect(streams).toHaveLength(1);
  await settle(200);
  expect(streams[1]?.headers.get('Last-Event-ID')).toBe('7');
});

test('a server that is away is asked less and less often', async () => {
  status = 503;
  session.begin();
  stop = followChanges();
  await settle(1_000);
  expect(streams).toHaveLength(2);
  await settle(2_000);
  expect(streams).toHaveLength(3);
  await settle(3_000);
  expect(streams).toHaveLength(3);
});

test('a refusal ends the session', async () => {
  status = 401;
  session.begin();
  stop = followChanges();
  await settle();
  expect(session.since.value).toBeNull();
});

test('nobody listens once the session has ended', async () => {
  session.begin();
  stop = followChanges();
  await settle();
  session.end('signed-out');
  await settle(60_000);
  expect(streams[0]?.signal.aborted).toBe(true);
  expect(streams).toHaveLength(1);
});
