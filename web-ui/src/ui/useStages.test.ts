import { expect, test, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { useStages } from './useStages';

test('goes on by a piece a frame once there is something to draw, and never back', async () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
  vi.stubGlobal('setTimeout', (work: () => void) => work());
  const isReady = ref(false);
  const stage = effectScope().run(() => useStages(() => isReady.value, 2));
  expect([stage?.value, frames.length]).toEqual([0, 0]);

  isReady.value = true;
  await nextTick();
  expect(stage?.value).toBe(0);
  frames.shift()?.();
  expect(stage?.value).toBe(1);
  frames.shift()?.();
  expect([stage?.value, frames.length]).toEqual([2, 0]);

  isReady.value = false;
  await nextTick();
  isReady.value = true;
  await nextTick();
  expect([stage?.value, frames.length]).toEqual([2, 0]);
  vi.unstubAllGlobals();
});
