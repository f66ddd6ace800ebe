import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseExact } from './exactJson';

/** An engine with source text access: this Node has none, browsers do. */
function withSources(sources: Record<string, string>) {
  const parse = JSON.parse;
  vi.spyOn(JSON, 'parse').mockImplementation((text, reviver) =>
    parse(text, function (this: unknown, key: string, value: unknown) {
      const context = key in sources ? { source: sources[key] } : {};
      return (reviver as (key: string, value: unknown, context: unknown) => unknown).call(this, key, value, context);
    }),
  );
}

describe('parseExact', () => {
  afterEach(() => vi.restoreAllMocks());

  test('keeps every digit where the engine tells the source', () => {
    withSources({ total: '12345678901234567.80' });
    expect(parseExact('{"total":12345678901234567.80}')).toEqual({ total: '12345678901234567.80' });
  });

  test('falls back to the number elsewhere', () => {
    withSources({});
    expect(parseExact('{"total":12.50}')).toEqual({ total: '12.5' });
  });

  test('leaves ids, counts and texts alone', () => {
    expect(parseExact('[{"id":7,"transaction_count":3,"category":"12"}]')).toEqual([
      { id: 7, transaction_count: 3, category: '12' },
    ]);
  });

  test('leaves lists of whole numbers alone', () => {
    expect(parseExact('{"description_columns":[3,4]}')).toEqual({ description_columns: [3, 4] });
  });

  test('writes exponents out', () => {
    withSources({ total: '1E+3', small: '1e-7' });
    expect(parseExact('{"total":1E+3,"small":1e-7}')).toEqual({ total: '1000', small: '0.0000001' });
  });
});
