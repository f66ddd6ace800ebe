import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type EffectScope, effectScope, nextTick, ref, shallowRef } from 'vue';
import { useHold } from './useHold';

beforeEach(() => void vi.useFakeTimers());

const scopes: EffectScope[] = [];
afterEach(() => {
  scopes.splice(0).forEach((scope) => scope.stop());
  vi.useRealTimers();
});

function page() {
  const filters = shallowRef('January');
  const settled = ref(true);
  const answer = ref(1);
  const scope = effectScope();
  scopes.push(scope);
  const made = scope.run(() => {
    const { isHeld, hold } = useHold(filters, settled);
    return { isHeld, shown: hold(() => `${filters.value}: ${answer.value}`) };
  });
  /** As the page does, which asks as soon as it follows the filters. */
  const ask = async (month: string) => {
    filters.value = month;
    settled.value = false;
    await nextTick();
    await nextTick();
  };
  const settle = async () => {
    settled.value = true;
    await nextTick();
    await nextTick();
    await nextTick();
  };
  return { filters, answer, ask, settle, shown: () => made?.shown.value, isHeld: () => made?.isHeld.value };
}

test('what is shown changes once, when every answer is there', async () => {
  const { answer, isHeld, shown, ask, settle } = page();
  await ask('February');
  answer.value = 2;
  await nextTick();
  expect([shown(), isHeld()]).toEqual(['January: 1', true]);
  await settle();
  expect([shown(), isHeld()]).toEqual(['February: 2', false]);
});

test('what nothing need be asked for is shown at once', async () => {
  const { filters, shown, settle } = page();
  filters.value = 'February';
  await settle();
  expect(shown()).toBe('February: 1');
});

test('what takes longer is not waited for, and shown when it comes', async () => {
  const { answer, shown, ask } = page();
  await ask('February');
  vi.advanceTimersByTime(100);
  await nextTick();
  expect(shown()).toBe('February: 1');
  answer.value = 2;
  await nextTick();
  expect(shown()).toBe('February: 2');
});

test('each change is waited for anew', async () => {
  const { shown, ask } = page();
  await ask('February');
  vi.advanceTimersByTime(99);
  await ask('March');
  vi.advanceTimersByTime(99);
  await nextTick();
  expect(shown()).toBe('January: 1');
});

test('a change by itself, as of somebody else’s, is shown at once', async () => {
  const { answer, shown } = page();
  answer.value = 2;
  await nextTick();
  expect(shown()).toBe('January: 2');
});
