import { describe, expect, test } from 'vitest';
import { decimal } from './decimal';
import { changeOf, formatAxis, formatChange, formatDecimal, formatIncome, formatMoney, formatShare, shareOf } from './money';

describe('formatMoney', () => {
  test('shows the currency and its minor units', () => {
    expect(formatMoney(decimal('1234.5'), 'EUR', 'en-GB')).toBe('€1,234.50');
    expect(formatMoney(decimal('1234'), 'JPY', 'en-GB')).toBe('¥1,234');
    expect(formatMoney(decimal('-20.00'), 'EUR', 'en-GB')).toBe('-€20.00');
  });

  test('shows every stored digit, even where a double has too few', () => {
    expect(formatMoney(decimal('12.3456'), 'EUR', 'en-GB')).toBe('€12.3456');
    expect(formatMoney(decimal('900719925474099312.34'), 'EUR', 'en-GB')).toBe('€900,719,925,474,099,312.34');
  });

  test('without a currency is a plain number', () => {
    expect(formatMoney(decimal('0'), null, 'en-GB')).toBe('0');
  });
});

test('formatIncome carries its sign', () => {
  expect(formatIncome(decimal('2500.00'), 'EUR', 'en-GB')).toBe('+€2,500.00');
});

test('formatAxis is short', () => {
  expect(formatAxis(1200, 'EUR', 'en-US')).toBe('€1.2K');
  expect(formatAxis(50, 'EUR', 'en-GB')).toBe('€50');
});

describe('shares', () => {
  test('are ratios of totals', () => {
    expect(formatShare(shareOf(decimal('25.00'), decimal('100.00')), 'en-GB')).toBe('25.0%');
  });

  test('need a whole above zero', () => {
    expect(shareOf(decimal('5'), decimal('0.00'))).toBeNull();
    expect(shareOf(decimal('5'), decimal('-3.00'))).toBeNull();
    expect(formatShare(null, 'en-GB')).toBe('–');
  });

  test('do not round a little down to nothing', () => {
    expect(formatShare(0.0002, 'en-GB')).toBe('< 0.1%');
  });
});

test('a change is a part of what was, and there is none where nothing was', () => {
  expect(changeOf(decimal('15'), decimal('10'))).toBe(0.5);
  expect(changeOf(decimal('5'), decimal('10'))).toBe(-0.5);
  expect(changeOf(decimal('5'), decimal('0.00'))).toBeNull();
  expect(changeOf(decimal('5'), decimal('-1.00'))).toBeNull();
  expect(formatChange(-0.5, 'en-GB')).toBe('50%');
  expect(formatChange(0.0123, 'en-GB')).toBe('1.2%');
});

test('a plain number keeps the digits that were typed', () => {
  expect(formatDecimal(decimal('1234.50'), 'en-GB')).toBe('1,234.50');
  expect(formatDecimal(decimal('10'), 'de-DE')).toBe('10');
});
