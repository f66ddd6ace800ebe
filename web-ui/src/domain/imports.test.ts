import { describe, expect, test } from 'vitest';
import {
  answer, type CsvMapping, hasAmount, importOptions, isCurrency, isDecided, newKey, remembered, undecided, withColumn, withDescription,
} from './imports';

const mapping: CsvMapping = {
  encoding: 'UTF-8', delimiter: ',', quote: '"', skip_lines: 0, header: true, date_order: 'MDY', decimal_separator: '.', inverted: false,
  columns: {
    date_column: 0, amount_column: 2, debit_column: null, credit_column: null, type_column: 5, currency_column: null, payee_column: 1,
    description_columns: [3], category_column: null, account_column: null, reference_column: null, balance_column: null,
  },
};
const dateOrder = { option: 'date_order', choices: ['MDY', 'DMY'], why: 'both fit' };
const separator = { option: 'decimal_separator', choices: ['.', ','], why: 'either fits' };

describe('options', () => {
  test('say only what was decided', () => {
    expect(importOptions(undecided)).toEqual({});
    expect(importOptions({ ...undecided, account: ' Everyday ', currency: 'chf', onRejected: 'stop', keep: [3] })).toEqual({
      account: 'Everyday', currency: 'CHF', on_rejected: 'stop', keep_duplicates: [3],
    });
  });

  test('leave the columns to the server where only the order of dates was open', () => {
    expect(importOptions(answer(undecided, mapping, 'date_order', 'DMY'))).toEqual({ date_order: 'DMY' });
  });

  test('hold a mapping with every answer in it, in whichever order they were given', () => {
    const expected = { date_order: 'DMY', mapping: { ...mapping, date_order: 'DMY', decimal_separator: ',' } };
    const first = answer(undecided, mapping, 'date_order', 'DMY');
    const proposedThen = { ...mapping, date_order: 'DMY' as const };
    expect(importOptions(answer(first, proposedThen, 'decimal_separator', ','))).toEqual(expected);
    expect(importOptions(answer(answer(undecided, mapping, 'decimal_separator', ','), mapping, 'date_order', 'DMY'))).toEqual(expected);
  });
});

test('a question stays open until it is answered, even if the server no longer asks', () => {
  const asked = remembered([], [dateOrder, separator]);
  const decisions = answer(undecided, mapping, 'decimal_separator', ',');
  const questions = remembered(asked, []);
  expect(questions).toEqual([dateOrder, separator]);
  expect(isDecided(questions, decisions)).toBe(false);
  expect(isDecided(questions, answer(decisions, mapping, 'date_order', 'DMY'))).toBe(true);
  expect(remembered(asked, [dateOrder])).toHaveLength(2);
});

describe('columns', () => {
  test('hold either one amount or both directions', () => {
    const debit = withColumn(mapping, 'debit_column', 3);
    expect(debit.columns).toMatchObject({ amount_column: null, type_column: null, debit_column: 3 });
    expect(hasAmount(debit)).toBe(false);
    const both = withColumn(debit, 'credit_column', 4);
    expect(hasAmount(both)).toBe(true);
    expect(withColumn(both, 'amount_column', 2).columns).toMatchObject({ amount_column: 2, debit_column: null, credit_column: null });
    expect(hasAmount(mapping)).toBe(true);
  });

  test('of the description keep the order of the file', () => {
    const two = withDescription(mapping, 1, true);
    expect(two.columns.description_columns).toEqual([1, 3]);
    expect(withDescription(two, 3, false).columns.description_columns).toEqual([1]);
  });
});

test.each([['', true], [' eur ', true], ['EU', false], ['EURO', false], ['1€2', false]])('%j as a currency: %s', (text, expected) => {
  expect(isCurrency(text)).toBe(expected);
});

test('each key is another', () => {
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(newKey()).not.toBe(newKey());
});
