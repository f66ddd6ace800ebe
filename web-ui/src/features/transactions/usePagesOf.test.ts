import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { usePagesOf } from './usePagesOf';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function begin(count = 100_000) {
  const places = ref({ first: 0, end: 20 });
  const question = ref('all');
  const pages = effectScope().run(() => usePagesOf(places, ref(count), question));
  const moveTo = async (first: number) => {
    places.value = { first, end: Math.min(count, first + 20) };
    await nextTick();
  };
  return { pages, question, moveTo };
}

describe('pages of a list', () => {
  test('are asked for a little before their rows are seen', async () => {
    const { pages, moveTo } = begin();
    expect(pages?.value).toEqual([0]);
    await moveTo(15);
    expect(pages?.value).toEqual([0, 1]);
    await moveTo(75);
    expect(pages?.value).toEqual([1, 2]);
  });

  test('are not asked for while the list flies past', async () => {
    const { pages, moveTo } = begin();
    for (const first of [20_000, 40_000, 60_010]) await moveTo(first);
    expect(pages?.value).toEqual([0]);
    vi.runAllTimers();
    expect(pages?.value).toEqual([1199, 1200]);
  });

  test('end where the list does', async () => {
    const { pages, moveTo } = begin(60);
    await moveTo(40);
    expect(pages?.value).toEqual([0, 1]);
    await moveTo(60);
    expect(pages?.value).toEqual([0, 1]);
  });

  test('begin anew with another question', async () => {
    const { pages, question, moveTo } = begin();
    await moveTo(45);
    question.value = 'another';
    await nextTick();
    expect(pages?.value).toEqual([0]);
  });
});
