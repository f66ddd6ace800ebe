import { describe, expect, test } from 'vitest';
import { areaPath, linePath, slicePath } from './paths';

/** The heights that a path's curves are led by: none beyond the places means that no curve is either. */
const heights = (path: string) => [...path.matchAll(/-?[\d.]+ (-?[\d.]+)/g)].map((match) => Number(match[1]));

describe('a line', () => {
  test('goes through every place', () => {
    const path = linePath([{ x: 0, y: 10 }, { x: 10, y: 0 }, { x: 20, y: 30 }]);
    expect(path).toMatch(/^M0 10C.* 10 0C.* 20 30$/);
  });

  test('never swings beyond its neighbours', () => {
    const path = linePath([{ x: 0, y: 50 }, { x: 10, y: 50 }, { x: 20, y: 0 }, { x: 30, y: 0 }, { x: 40, y: 90 }]);
    expect(Math.min(...heights(path))).toBe(0);
    expect(Math.max(...heights(path))).toBe(90);
  });

  test('is in pieces where a place is missing', () => {
    expect(linePath([null, { x: 0, y: 1 }, { x: 10, y: 2 }, null, { x: 30, y: 3 }])).toBe('M0 1L10 2M30 3L30 3');
  });

  test('is straight from place to place where there are very many', () => {
    expect(linePath(Array.from({ length: 301 }, (_, index) => ({ x: index, y: index % 7 })))).not.toContain('C');
  });

  test('is nothing without places', () => {
    expect(linePath([])).toBe('');
    expect(areaPath([], 100)).toBe('');
  });
});

test('an area ends at the height of zero', () => {
  expect(areaPath([{ x: 0, y: 10 }, { x: 10, y: 20 }], 100)).toBe('M0 10L10 20L10 100L0 100Z');
});

describe('a slice', () => {
  const ring = { inner: 50, outer: 100, gap: 0, corner: 0 };

  test('begins at the top and runs clockwise', () => {
    expect(slicePath(0, 0.25, ring)).toContain('A100 100 0 0 1 100 0');
  });

  test('of more than half takes the long way', () => {
    expect(slicePath(0, 0.75, ring)).toContain('A100 100 0 1 1 -100 0');
  });

  test('that is all is a closed ring', () => {
    expect(slicePath(0, 1, ring).match(/Z/g)).toHaveLength(2);
  });

  test.each([0.25, 0.001, 0])('of %s is made of numbers', (part) => {
    expect(slicePath(0, part, { inner: 74, outer: 104, gap: 2, corner: 4 })).not.toMatch(/NaN|Infinity/);
  });
});
