import { describe, expect, test } from 'vitest';
import { movingAverage, thinned } from './average';

describe('the moving average', () => {
  test('is the mean of a value and those before it', () => {
    expect(movingAverage([3, 6, 9, 0], 3)).toEqual([null, null, 6, 5]);
  });

  test('has none where one cannot be compared', () => {
    expect(movingAverage([null, 2, 4, 6, null], 2)).toEqual([null, null, 3, 5, null]);
  });

  test('has none where there are too few', () => {
    expect(movingAverage([1, 2], 3)).toEqual([null, null]);
  });
});

describe('thinning', () => {
  test('leaves few values as they are', () => {
    expect(thinned([1, 2, 3], 3)).toEqual([1, 2, 3]);
  });

  test('takes the mean of neighbours, of fewer at the end', () => {
    expect(thinned([1, 3, 5, 7, 100], 3)).toEqual([2, 6, 100]);
  });
});
