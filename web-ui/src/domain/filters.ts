import { type Decimal, decimalOf, toNumber } from './decimal';
import { type DateRange, parseDate } from './periods';

export const bases = ['net', 'gross'] as const;
/** Whether refunds take from what is spent (net) or are left out (gross). */
export type Basis = (typeof bases)[number];

/** Which transactions the dashboard and the list are about. The address holds all of it; nothing chosen means all. */
export interface Filters extends DateRange {
  categories: string[];
  /** Whole names, letter by letter; any of them matches. */
  merchants: string[];
  /** Part of a merchant or a description; empty for any. */
  text: string;
  /** Of the amount without its sign; both ends inclusive. */
  min: Decimal | null;
  max: Decimal | null;
  accountId: number | null;
  /** Days of the week, 1 for Monday to 7 for Sunday, in their order. */
  weekdays: number[];
  basis: Basis;
}

/** An address's query as it is read: anybody may have typed it. */
export type Query = Record<string, unknown>;
/** An address's query as it is written: a name with several values stands there as often. */
export type Address = Record<string, string | string[]>;

/** Reads an address that anybody may have typed: what makes no sense is left out, ends in the wrong order are swapped. */
export function filtersFromQuery(query: Query): Filters {
  const [from, to] = inOrder(parseDate(query.from), parseDate(query.to), (first, last) => first > last);
  const [min, max] = inOrder(decimalOf(query.min), decimalOf(query.max), (least, most) => toNumber(least) > toNumber(most));
  return {
    from,
    to,
    categories: distinct(separated(query.categories)),
    merchants: distinct(repeated(query.merchant)),
    text: typeof query.q === 'string' ? query.q : '',
    min,
    max,
    accountId: idOf(query.account),
    weekdays: distinct(separated(query.weekdays).filter((day) => /^[1-7]$/.test(day))).map(Number).sort(),
    basis: bases.find((basis) => basis === query.basis) ?? 'net',
  };
}

function inOrder<T>(one: T | null, other: T | null, isAfter: (one: T, other: T) => boolean): [T | null, T | null] {
  return one !== null && other !== null && isAfter(one, other) ? [other, one] : [one, other];
}

function separated(text: unknown): string[] {
  return typeof text === 'string' ? text.split(',').map((part) => part.trim()) : [];
}

/** The router gives a name that stands there once as one value, and one that stands there more often as many. */
function repeated(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((part) => typeof part === 'string');
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.filter((name) => name !== ''))];
}

export function idOf(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

export const noFilters = filtersFromQuery({});

/** The shortest address that means these filters. */
export function queryFromFilters(filters: Filters): Address {
  return {
    ...(filters.from && { from: filters.from }),
    ...(filters.to && { to: filters.to }),
    ...(filters.categories.length > 0 && { categories: filters.categories.join(',') }),
    ...(filters.merchants.length > 0 && { merchant: filters.merchants }),
    ...(filters.text && { q: filters.text }),
    ...(filters.min && { min: filters.min }),
    ...(filters.max && { max: filters.max }),
    ...(filters.accountId !== null && { account: String(filters.accountId) }),
    ...(filters.weekdays.length > 0 && { weekdays: filters.weekdays.join(',') }),
    ...(filters.basis !== 'net' && { basis: filters.basis }),
  };
}

export interface FilterParameters {
  start_date?: string;
  end_date?: string;
  categories?: string;
  merchant?: string[];
  q?: string;
  min_amount?: Decimal;
  max_amount?: Decimal;
  accounts?: string;
  weekdays?: string;
  basis?: Basis;
}

/** The same as parameters of the API. */
export function apiParameters(filters: Filters): FilterParameters {
  const text = filters.text.trim();
  return {
    ...(filters.from && { start_date: filters.from }),
    ...(filters.to && { end_date: filters.to }),
    ...(filters.categories.length > 0 && { categories: filters.categories.join(',') }),
    ...(filters.merchants.length > 0 && { merchant: filters.merchants }),
    ...(text && { q: text }),
    ...(filters.min && { min_amount: filters.min }),
    ...(filters.max && { max_amount: filters.max }),
    ...(filters.accountId !== null && { accounts: String(filters.accountId) }),
    ...(filters.weekdays.length > 0 && { weekdays: filters.weekdays.join(',') }),
    ...(filters.basis !== 'net' && { basis: filters.basis }),
  };
}

export function isFiltered(filters: Filters): boolean {
  return Object.keys(apiParameters(filters)).length > 0;
}

/** Category names mean the same in any case, as in the API. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export function toggleCategory(categories: readonly string[], name: string): string[] {
  const rest = categories.filter((category) => !isSameName(category, name));
  return rest.length < categories.length ? rest : [...categories, name];
}

/** Merchants are told apart letter by letter. */
export function toggleMerchant(merchants: readonly string[], name: string): string[] {
  return merchants.includes(name) ? merchants.filter((merchant) => merchant !== name) : [...merchants, name];
}

export function toggleWeekday(weekdays: readonly number[], day: number): number[] {
  return weekdays.includes(day) ? weekdays.filter((weekday) => weekday !== day) : [...weekdays, day].sort();
}
