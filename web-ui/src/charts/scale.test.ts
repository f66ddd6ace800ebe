import { expect, test } from 'vitest';
import { scaleFromZero } from './scale';

test('values are placed in proportion, zero at the start', () => {
  const scale = scaleFromZero([50, 200], 0, 100);
  expect([0, 50, 200].map(scale.place)).toEqual([0, 25, 100]);
});

test('values below zero move zero inwards', () => {
  const scale = scaleFromZero([-50, 150], 0, 100);
  expect([-50, 0, 150].map(scale.place)).toEqual([0, 25, 100]);
});

test('with ticks both ends are round', () => {
  const scale = scaleFromZero([10, 37], 100, 0, 4);
  expect(scale.ticks).toEqual([0, 10, 20, 30, 40]);
  expect(scale.place(40)).toBe(0);
  expect(scale.place(0)).toBe(100);
});

test.each([[[]], [[0, 0]]])('nothing but zeros lies at the start: %s', (values: number[]) => {
  expect(scaleFromZero(values, 0, 100).place(0)).toBe(0);
});

test('a little below zero has no tick of its own, but half a step has', () => {
  expect(scaleFromZero([-4, 37], 100, 0, 4).ticks).toEqual([0, 10, 20, 30, 40]);
  expect(scaleFromZero([-4, 37], 100, 0, 4).place(-4)).toBe(100);
  expect(scaleFromZero([-6, 37], 100, 0, 4).ticks).toEqual([-10, 0, 10, 20, 30, 40]);
});
