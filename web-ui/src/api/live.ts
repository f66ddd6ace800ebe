import { watch } from 'vue';
import { noted } from './connection';
import { queryClient } from './queryClient';
import { session } from './session';

const firstPauseMillis = 1_000;
const longestPauseMillis = 30_000;
/** Several changes at once, as of an import, are asked about once. */
const gatherMillis = 150;

/** Whatever is shown follows changes, wherever they were written, while somebody is signed in; what is returned ends that. */
export function followChanges(): () => void {
  return watch(
    session.since,
    (since, _before, onCleanup) => {
      if (!since) return;
      const following = new AbortController();
      onCleanup(() => following.abort());
      void follow(since, following.signal);
    },
    { immediate: true },
  );
}

/** Listens, and when that ends, again; what may have been missed meanwhile the server tells at once. */
async function follow(since: string, signal: AbortSignal): Promise<void> {
  let lastId: string | null = null;
  let pause = firstPauseMillis;
  while (!signal.aborted) {
    try {
      const response = await open(lastId, signal);
      if (response.status === 401) return session.refused(since);
      if (response.ok && response.body) {
        pause = firstPauseMillis;
        lastId ??= 'begun';
        await readEvents(response.body, (event) => {
          lastId = event.id ?? lastId;
          if (event.name === 'change') refreshSoon();
        });
      }
    } catch {
      // The connection broke, which is what the next attempt is for.
    }
    await rest(pause, signal);
    pause = Math.min(pause * 2, longestPauseMillis);
  }
}

function open(lastId: string | null, signal: AbortSignal): Promise<Response> {
  const headers = { Accept: 'text/event-stream', ...(lastId !== null && { 'Last-Event-ID': lastId }) };
  return noted(fetch('/api/v1/events', { credentials: 'same-origin', signal, headers }));
}

interface LiveEvent {
  name: string;
  id: string | null;
}

/** Tells of each event in a stream as WHATWG defines it, as far as ours are used: a name and an id. */
async function readEvents(body: ReadableStream<Uint8Array>, onEvent: (event: LiveEvent) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
    const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
      onEvent({ name: fields.get('event') ?? '', id: fields.get('id') ?? null });
    }
  }
}

let soon: ReturnType<typeof setTimeout> | undefined;

function refreshSoon(): void {
  clearTimeout(soon);
  soon = setTimeout(() => void queryClient.invalidateQueries(), gatherMillis);
}

function rest(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
