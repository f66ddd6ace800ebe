import { expect, test } from 'vitest';
import { decimal } from './decimal';
import { draftOf, flawsOf, moved, newDraft, type RuleParts, ruleOf } from './rules';

const rule: RuleParts = {
  field: 'merchant', comparison: 'equals', pattern: 'Spotify ', min_amount: decimal('5.00'), max_amount: null, account_id: 7,
  category: 'Entertainment', merchant: null, kind: 'spending',
};

test('a rule that is opened and saved unchanged stays the same', () => {
  expect(ruleOf(draftOf(rule))).toEqual(rule);
});

test('amounts keep their digits, with a point or a comma', () => {
  const draft = { ...newDraft('x', 'Travel'), minAmount: ' 12,50', maxAmount: '9007199254740993.1' };
  expect(flawsOf({ ...draft, maxAmount: '' })).toEqual({});
  expect(ruleOf({ ...draft, maxAmount: '900719925474099.31' })).toMatchObject({ min_amount: '12.50', max_amount: '900719925474099.31' });
  expect(flawsOf(draft)).toEqual({ max_amount: 'amount' });
});

test.each([
  [newDraft(' ', 'Travel'), { pattern: 'pattern' }],
  [newDraft('x'), { category: 'effect' }],
  [{ ...newDraft('x', 'Travel'), minAmount: '-1', maxAmount: '1.00001' }, { min_amount: 'amount', max_amount: 'amount' }],
  [{ ...newDraft('x'), merchant: 'Spotify' }, {}],
  [{ ...newDraft('x'), kind: 'transfer' }, {}],
])('what a draft lacks is told by field', (draft, flaws) => {
  expect(flawsOf(draft)).toEqual(flaws);
});

test('moves one element and never out of the list', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
