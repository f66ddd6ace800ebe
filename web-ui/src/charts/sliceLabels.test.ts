import { expect, test } from 'vitest';
import { sliceLabels } from './sliceLabels';

const slices = (...parts: number[]) => {
  let from = 0;
  return parts.map((part, index) => ({ category: `Category ${index}`, from, to: (from += part) }));
};

test('names stand on the side of their slices', () => {
  expect(sliceLabels(slices(0.5, 0.5), 100).map(({ anchor, y }) => [anchor, Math.abs(Math.round(y))])).toEqual([['start', 0], ['end', 0]]);
});

test('names are never one over the other, nor outside', () => {
  const ys = sliceLabels(slices(...Array.from({ length: 10 }, () => 0.03), 0.7), 104)
    .filter(({ anchor }) => anchor === 'start')
    .map(({ y }) => y);
  expect(ys.length).toBeGreaterThan(8);
  expect(ys.slice(1).every((y, index) => y - (ys[index] ?? 0) >= 15.9)).toBe(true);
  expect(Math.max(...ys.map(Math.abs))).toBeLessThan(124);
});

test('slivers are left to the legend, and long names are shortened', () => {
  const labels = sliceLabels([{ category: 'A very long category', from: 0, to: 0.99 }, { category: 'Sliver', from: 0.99, to: 1 }], 104);
  expect(labels.map(({ category }) => category)).toEqual(['A very long c…']);
});
