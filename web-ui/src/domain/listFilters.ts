import { type Address, apiParameters, type FilterParameters, type Filters, filtersFromQuery, idOf, type Query, queryFromFilters } from './filters';

export const kinds = ['spending', 'income', 'transfer'] as const;
export const sorts = ['-date', 'date', '-amount', 'amount', 'merchant', '-merchant', 'category', '-category'] as const;
export type Sort = (typeof sorts)[number];
export type SortColumn = 'date' | 'amount' | 'merchant' | 'category';

/** What the list of transactions is about, and its order. The address holds all of it. */
export interface ListFilters extends Filters {
  kind: (typeof kinds)[number] | null;
  importId: number | null;
  /** Three letters of ISO 4217. */
  currency: string | null;
  sort: Sort;
}

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function listFiltersFromQuery(query: Query): ListFilters {
  return {
    ...filtersFromQuery(query),
    kind: kinds.find((kind) => kind === query.kind) ?? null,
    importId: idOf(query.import),
    currency: typeof query.currency === 'string' && /^[A-Z]{3}$/.test(query.currency) ? query.currency : null,
    sort: sorts.find((sort) => sort === query.sort) ?? '-date',
  };
}

/** The shortest address that means these filters. */
export function queryFromListFilters(filters: ListFilters): Address {
  return {
    ...queryFromFilters(filters),
    ...(filters.kind && { kind: filters.kind }),
    ...(filters.importId !== null && { import: String(filters.importId) }),
    ...(filters.currency && { currency: filters.currency }),
    ...(filters.sort !== '-date' && { sort: filters.sort }),
  };
}

export interface ListParameters extends FilterParameters {
  kind?: (typeof kinds)[number];
  import_id?: number;
  currency?: string;
}

/** The same as parameters of the API, without the order. */
export function listParameters(filters: ListFilters): ListParameters {
  return {
    ...apiParameters(filters),
    ...(filters.kind && { kind: filters.kind }),
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
