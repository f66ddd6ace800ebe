import { type DateRange, granularities, type Granularity, parseDate } from './periods';

/** What the dashboard is about. The address holds all of it; no categories means all. */
export interface Filters extends DateRange {
  categories: string[];
  /** The whole name of one, letter by letter; null for all. */
  merchant: string | null;
  /** Null where the range decides. */
  granularity: Granularity | null;
}

type Query = Record<string, unknown>;

/** Reads an address that anybody may have typed: what makes no sense is left out, ends in the wrong order are swapped. */
export function filtersFromQuery(query: Query): Filters {
  const from = parseDate(query.from);
  const to = parseDate(query.to);
  const swapped = from !== null && to !== null && from > to;
  return {
    from: swapped ? to : from,
    to: swapped ? from : to,
    categories: parseCategories(query.categories),
    merchant: typeof query.merchant === 'string' && query.merchant !== '' ? query.merchant : null,
    granularity: granularities.find((granularity) => granularity === query.granularity) ?? null,
  };
}

function parseCategories(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  const names = text.split(',').map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** The shortest address that means these filters. */
export function queryFromFilters(filters: Filters): Record<string, string> {
  return {
    ...(filters.from && { from: filters.from }),
    ...(filters.to && { to: filters.to }),
    ...(filters.categories.length > 0 && { categories: filters.categories.join(',') }),
    ...(filters.merchant !== null && { merchant: filters.merchant }),
    ...(filters.granularity && { granularity: filters.granularity }),
  };
}

export interface FilterParameters {
  start_date?: string;
  end_date?: string;
  categories?: string;
  merchant?: string;
}

/** The same as parameters of the API. */
export function apiParameters(filters: Filters): FilterParameters {
  return {
    ...(filters.from && { start_date: filters.from }),
    ...(filters.to && { end_date: filters.to }),
    ...(filters.categories.length > 0 && { categories: filters.categories.join(',') }),
    ...(filters.merchant !== null && { merchant: filters.merchant }),
  };
}

export function isFiltered(filters: Filters): boolean {
  return filters.from !== null || filters.to !== null || filters.categories.length > 0 || filters.merchant !== null;
}

/** Category names mean the same in any case, as in the API. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export function toggleCategory(categories: readonly string[], name: string): string[] {
  const rest = categories.filter((category) => !isSameName(category, name));
  return rest.length < categories.length ? rest : [...categories, name];
}
