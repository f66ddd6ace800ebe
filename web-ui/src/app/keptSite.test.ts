import { afterEach, beforeEach, expect, test, vi } from 'vitest';

class Worker extends EventTarget {
  readonly postMessage = vi.fn();
}

let registration: EventTarget & { waiting: Worker | null; installing: Worker | null; update: () => Promise<void> };
let container: EventTarget & { controller: Worker | null; ready: Promise<{ active: Worker }>; register: (address: string) => Promise<unknown> };
const active = new Worker();
const register = vi.fn<(address: string) => Promise<unknown>>();

beforeEach(() => {
  vi.useFakeTimers();
  registration = Object.assign(new EventTarget(), { waiting: null, installing: null, update: vi.fn(() => Promise.resolve()) });
  register.mockReset().mockResolvedValue(registration);
  container = Object.assign(new EventTarget(), { controller: new Worker(), ready: Promise.resolve({ active }), register });
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: container });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.resetModules();
  Reflect.deleteProperty(navigator, 'serviceWorker');
});

/** The module as it is on a page that has just been opened. */
async function opened() {
  const module = await import('./keptSite');
  await module.keepSite();
  return module;
}

function becomeReady(worker: Worker) {
  registration.installing = worker;
  registration.dispatchEvent(new Event('updatefound'));
  registration.waiting = worker;
  worker.dispatchEvent(new Event('statechange'));
}

test('what the page is made of is kept', async () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue(
    ['/assets/de-1.js', '/assets/de-1.js', '/api/v1/dashboard', 'https://elsewhere.example/assets/x.js'].map((path) => ({
      name: new URL(path, location.origin).href,
    })) as unknown as PerformanceEntryList,
  );
  await opened();
  expect(register).toHaveBeenCalledWith('/sw.js');
  expect(active.postMessage).toHaveBeenCalledWith({ type: 'keep', files: ['/assets/de-1.js'] });
});

test('a newer version waits until it is taken, and then the page is drawn anew', async () => {
  const { newVersion, takeNewVersion } = await opened();
  expect(newVersion.value).toBeNull();
  const newer = new Worker();
  becomeReady(newer);
  expect(newVersion.value).toBe(newer);

  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  takeNewVersion();
  expect(newer.postMessage).toHaveBeenCalledWith({ type: 'activate' });
  expect(reload).not.toHaveBeenCalled();
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledOnce();
});

test('one that waits already is offered at once', async () => {
  registration.waiting = new Worker();
  expect((await opened()).newVersion.value).toBe(registration.waiting);
});

test('the first version ever takes nobody’s place', async () => {
  container.controller = null;
  const { newVersion } = await opened();
  becomeReady(new Worker());
  expect(newVersion.value).toBeNull();
});

test('newer versions are looked for every hour', async () => {
  await opened();
  vi.advanceTimersByTime(3_600_000);
  expect(registration.update).toHaveBeenCalledOnce();
});

test('a browser that refuses leaves the page as it is', async () => {
  register.mockRejectedValue(new DOMException('not here', 'SecurityError'));
  expect((await opened()).newVersion.value).toBeNull();
  Reflect.deleteProperty(navigator, 'serviceWorker');
  await opened();
});
