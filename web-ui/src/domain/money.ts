import { decimal, type Decimal, toNumber } from './decimal';

const formats = new Map<string, Intl.NumberFormat>();

/** Intl formats are slow to make and never change: one per locale and set of options. */
function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, options);
    formats.set(key, found);
  }
  return found;
}

const digitsOf = new WeakMap<Intl.NumberFormat, number>();

/** Remembered, as asking a format takes fifteen times as long as using it. */
function usualDigits(formatter: Intl.NumberFormat): number {
  const digits = digitsOf.get(formatter) ?? formatter.resolvedOptions().maximumFractionDigits ?? 0;
  digitsOf.set(formatter, digits);
  return digits;
}

function fractionDigits(value: Decimal): number {
  return value.split('.')[1]?.length ?? 0;
}

function currencyOptions(currency: string | null): Intl.NumberFormatOptions {
  return currency ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } : {};
}

/**
 * An amount in words of the locale, every stored digit shown: from text to text, through no double.
 * Without a currency (nothing was spent) a plain number.
 */
export function formatMoney(value: Decimal, currency: string | null, locale: string): string {
  const options = currencyOptions(currency);
  const usual = usualDigits(format(locale, options));
  const digits = Math.max(usual, fractionDigits(value));
  const formatter = digits > usual ? format(locale, { ...options, maximumFractionDigits: digits }) : format(locale, options);
  return formatter.format(value as Intl.StringNumericLiteral);
}

/** An amount with a plus in front if it is not negative, for money that came in. */
export function formatIncome(value: Decimal, currency: string, locale: string): string {
  return format(locale, { ...currencyOptions(currency), signDisplay: 'exceptZero' }).format(
    value as Intl.StringNumericLiteral,
  );
}

/** A plain number with the digits that it was written with. */
export function formatDecimal(value: Decimal, locale: string): string {
  const digits = fractionDigits(value);
  return format(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value as Intl.StringNumericLiteral);
}

/** A tick of an axis: short, such as "€1.2K". */
export function formatAxis(value: number, currency: string | null, locale: string): string {
  return format(locale, { ...currencyOptions(currency), notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(value);
}

export function formatCount(value: number, locale: string): string {
  return format(locale, {}).format(value);
}

/** What part of the whole an amount is, for display; null where the whole is not above zero. */
export function shareOf(part: Decimal, whole: Decimal): number | null {
  const all = toNumber(whole);
  return all > 0 ? toNumber(part) / all : null;
}

export function formatShare(share: number | null, locale: string): string {
  if (share === null) return '–';
  if (share > 0 && share < 0.001) return `< ${format(locale, { style: 'percent', maximumFractionDigits: 1 }).format(0.001)}`;
  return format(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share);
}

/** How much more or less than before, of what was before; null where nothing was, or where it came back. */
export function changeOf(now: Decimal, before: Decimal): number | null {
  const base = toNumber(before);
  return base > 0 ? (toNumber(now) - base) / base : null;
}

export function formatChange(change: number, locale: string): string {
  return format(locale, { style: 'percent', maximumFractionDigits: Math.abs(change) < 0.1 ? 1 : 0 }).format(Math.abs(change));
}

export const zero = decimal('0');
