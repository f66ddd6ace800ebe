import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { useLasting } from './useLasting';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is over soon is never told', async () => {
  const waits = ref(true);
  const lasts = effectScope().run(() => useLasting(() => waits.value));
  vi.advanceTimersByTime(199);
  waits.value = false;
  await nextTick();
  vi.advanceTimersByTime(1_000);
  expect(lasts?.value).toBe(false);
});

test('what lasts is told until it is over', async () => {
  const waits = ref(true);
  const lasts = effectScope().run(() => useLasting(() => waits.value));
  vi.advanceTimersByTime(200);
  expect(lasts?.value).toBe(true);
  waits.value = false;
  await nextTick();
  expect(lasts?.value).toBe(false);
});

test('nothing is told of what is gone', () => {
  const scope = effectScope();
  const lasts = scope.run(() => useLasting(() => true));
  scope.stop();
  vi.advanceTimersByTime(1_000);
  expect(lasts?.value).toBe(false);
});
