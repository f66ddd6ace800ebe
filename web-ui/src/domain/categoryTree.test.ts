import { expect, test } from 'vitest';
import { branchesOf, possibleParents } from './categoryTree';
import { choicesWith, palette } from './colors';

const category = (id: number, parent: number | null = null) => ({ id, parent_id: parent });

test('categories are shown in two levels, whatever their depth and order', () => {
  const branches = branchesOf([category(3, 2), category(1), category(2, 1), category(4), category(5, 99)]);
  expect(branches.map(({ top, parts }) => [top.id, parts.map(({ id }) => id)])).toEqual([[1, [3, 2]], [4, []], [5, []]]);
});

test('a circle does not hang the page', () => {
  expect(() => branchesOf([category(1, 2), category(2, 1)])).not.toThrow();
});

test('a category becomes a part of one at the top, unless it has parts itself', () => {
  const all = [category(1), category(2, 1), category(3), category(4, 2)];
  expect(possibleParents(all, null).map(({ id }) => id)).toEqual([1, 3]);
  expect(possibleParents(all, 1)).toEqual([]);
  expect(possibleParents(all, 3).map(({ id }) => id)).toEqual([1]);
  expect(possibleParents(all, 4).map(({ id }) => id)).toEqual([1, 2, 3]);
});

test('the present colour can always be kept', () => {
  expect(choicesWith('#010203')).toEqual(['#010203', ...palette]);
  expect(choicesWith(palette[3])).toEqual(palette);
  expect(choicesWith('')).toEqual(palette);
  expect(new Set(palette).size).toBe(16);
});
