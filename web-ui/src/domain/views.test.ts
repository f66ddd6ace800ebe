import { expect, test } from 'vitest';
import { addressOf, hasFixedDays, isMoving, isSameView, movingPeriodOf, savedQuery } from './views';

const now = '2026-03-15';

test('what is saved leads back to the address that it was', () => {
  const address = { from: '2026-01-01', to: '2026-01-31', categories: 'Food & drink,Größe', merchant: ['A, B', 'C=D'], min: '12.50', granularity: 'week' };
  expect(addressOf(savedQuery(address, now, true), now)).toEqual(address);
  expect(addressOf(savedQuery({ merchant: 'A' }, now, true), now)).toEqual({ merchant: ['A'] });
  expect(addressOf('', now)).toEqual({});
});

test('what makes no sense is neither saved nor applied', () => {
  expect(savedQuery({ utm: 'x', from: 'never', categories: 'A' }, now, true)).toBe('categories=A');
  expect(addressOf('utm=x&period=always&from=2026-01-01', now)).toEqual({ from: '2026-01-01' });
});

test('a period that the calendar moves keeps its name, not its days', () => {
  const thisMonth = { from: '2026-03-01', to: '2026-03-15', categories: 'Food' };
  const saved = savedQuery(thisMonth, now, true);
  expect(saved).toBe('period=this-month&categories=Food');
  expect(isMoving(saved)).toBe(true);
  expect(hasFixedDays(saved)).toBe(false);
  expect(addressOf(saved, now)).toEqual(thisMonth);
  expect(addressOf(saved, '2026-04-02')).toEqual({ from: '2026-04-01', to: '2026-04-02', categories: 'Food' });
});

test('the same period keeps its days where that is wanted', () => {
  const saved = savedQuery({ from: '2026-03-01', to: '2026-03-15' }, now, false);
  expect(saved).toBe('from=2026-03-01&to=2026-03-15');
  expect(isMoving(saved)).toBe(false);
  expect(hasFixedDays(saved)).toBe(true);
});

test('days that are no period of the calendar, and no days at all, do not move', () => {
  expect(movingPeriodOf({ from: '2026-03-01', to: '2026-03-15' }, now)).toBe('this-month');
  expect(movingPeriodOf({ from: '2026-03-02', to: '2026-03-15' }, now)).toBeNull();
  expect(movingPeriodOf({}, now)).toBeNull();
});

test('two addresses are the same view in whatever order they say it', () => {
  expect(isSameView({ from: '2026-01-01', categories: 'Food,Travel' }, { categories: 'travel,FOOD', from: '2026-01-01' })).toBe(true);
  expect(isSameView({ merchant: ['A', 'B'] }, { merchant: ['B', 'A'] })).toBe(true);
  expect(isSameView({ merchant: 'A' }, { merchant: ['A'] })).toBe(true);
  expect(isSameView({ merchant: 'A' }, { merchant: 'a' })).toBe(false);
  expect(isSameView({ merchant: 'A, B' }, { merchant: ['A', 'B'] })).toBe(false);
  expect(isSameView({ granularity: 'day' }, {})).toBe(false);
});
