import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import SparkLine from './SparkLine.vue';

const line = (values: number[]) => mount(SparkLine, { props: { values } }).find('.line');

test('a course is drawn from edge to edge, and hidden from screen readers', () => {
  expect(line([1, 2, 4]).attributes('d')).toMatch(/^M0 .* 120 2$/);
  expect(mount(SparkLine, { props: { values: [1, 2] } }).attributes('aria-hidden')).toBe('true');
});

test('one value is a level line, none is nothing', () => {
  expect(line([4]).attributes('d')).toBe('M0 2L120 2');
  expect(line([]).exists()).toBe(false);
});

test('a thousand values are no more than can be seen', () => {
  expect(line(Array.from({ length: 1100 }, (_, index) => index)).attributes('d')?.match(/C/g)?.length).toBeLessThan(48);
});
