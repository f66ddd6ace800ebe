import { type Decimal, decimalOf } from './decimal';
import { apiParameters, type FilterParameters, type Filters, filtersFromQuery, queryFromFilters } from './filters';

export const kinds = ['spending', 'income', 'transfer'] as const;
export const sorts = ['-date', 'date', '-amount', 'amount', 'merchant', '-merchant', 'category', '-category'] as const;
export type Sort = (typeof sorts)[number];
export type SortColumn = 'date' | 'amount' | 'merchant' | 'category';

/** What the list of transactions is about, and its order. The address holds all of it. */
export interface ListFilters extends Omit<Filters, 'granularity'> {
  /** Part of a merchant or a description; empty for any. */
  text: string;
  kind: (typeof kinds)[number] | null;
  accountId: number | null;
  min: Decimal | null;
  max: Decimal | null;
  importId: number | null;
  /** Three letters of ISO 4217. */
  currency: string | null;
  sort: Sort;
}

type Query = Record<string, unknown>;

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function listFiltersFromQuery(query: Query): ListFilters {
  const { from, to, categories, merchant } = filtersFromQuery(query);
  return {
    from,
    to,
    categories,
    merchant,
    text: typeof query.q === 'string' ? query.q : '',
    kind: kinds.find((kind) => kind === query.kind) ?? null,
    accountId: idOf(query.account),
    min: decimalOf(query.min),
    max: decimalOf(query.max),
    importId: idOf(query.import),
    currency: typeof query.currency === 'string' && /^[A-Z]{3}$/.test(query.currency) ? query.currency : null,
    sort: sorts.find((sort) => sort === query.sort) ?? '-date',
  };
}

function idOf(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** The shortest address that means these filters. */
export function queryFromListFilters(filters: ListFilters): Record<string, string> {
  return {
    ...queryFromFilters({ ...filters, granularity: null }),
    ...(filters.text && { q: filters.text }),
    ...(filters.kind && { kind: filters.kind }),
    ...(filters.accountId !== null && { account: String(filters.accountId) }),
    ...(filters.min && { min: filters.min }),
    ...(filters.max && { max: filters.max }),
    ...(filters.importId !== null && { import: String(filters.importId) }),
    ...(filters.currency && { currency: filters.currency }),
    ...(filters.sort !== '-date' && { sort: filters.sort }),
  };
}

export interface ListParameters extends FilterParameters {
  q?: string;
  kind?: (typeof kinds)[number];
  accounts?: string;
  min_amount?: Decimal;
  max_amount?: Decimal;
  import_id?: number;
  currency?: string;
}

/** The same as parameters of the API, without the order. */
export function listParameters(filters: ListFilters): ListParameters {
  return {
    ...apiParameters({ ...filters, granularity: null }),
    ...(filters.text.trim() && { q: filters.text.trim() }),
    ...(filters.kind && { kind: filters.kind }),
    ...(filters.accountId !== null && { accounts: String(filters.accountId) }),
    ...(filters.min && { min_amount: filters.min }),
    ...(filters.max && { max_amount: filters.max }),
    ...(filters.importId !== null && { import_id: filters.importId }),
    ...(filters.currency && { currency: filters.currency }),
  };
}

export const noListFilters = listFiltersFromQuery({});

export function isListFiltered(filters: ListFilters): boolean {
  return Object.keys(listParameters(filters)).length > 0;
}

/** The order after a click on a column's head: first its usual direction, then the other. */
export function sortedBy(column: SortColumn, now: Sort): Sort {
  const usual: Sort = column === 'date' || column === 'amount' ? `-${column}` : column;
  const other: Sort = usual === column ? `-${column}` : column;
  return now === usual ? other : usual;
}

export function directionOf(column: SortColumn, now: Sort): 'ascending' | 'descending' | 'none' {
  return now === column ? 'ascending' : now === `-${column}` ? 'descending' : 'none';
}
