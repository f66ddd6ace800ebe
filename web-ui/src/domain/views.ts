import { dashboardFiltersFromQuery, queryFromDashboardFilters } from './dashboardFilters';
import type { Address, Query } from './filters';
import { type IsoDate, type Preset, presetOf, presetRange, presets } from './periods';

/** In a saved query this stands for from and to, so that a view of the last thirty days is of the last thirty days tomorrow too. */
const periodName = 'period';

/** The address that a saved query leads to today. */
export function addressOf(saved: string, now: IsoDate): Address {
  const { [periodName]: period, ...rest } = addressFromText(saved);
  const preset = presets.find((name) => name === period);
  return normal(preset ? { ...rest, ...presetRange(preset, now) } : rest);
}

/** An address as it is saved; one that moves along keeps the name of its period instead of its days. */
export function savedQuery(query: Query, now: IsoDate, isMoving: boolean): string {
  const { from, to, ...rest } = normal(query);
  const preset = isMoving ? movingPeriodOf(query, now) : null;
  return textOf({ ...(preset ? { [periodName]: preset } : { ...(from && { from }), ...(to && { to }) }), ...rest });
}

/** The period of an address that can move along with the calendar, if it has one. */
export function movingPeriodOf(query: Query, now: IsoDate): Preset | null {
  const preset = presetOf(dashboardFiltersFromQuery(query), now);
  return preset === 'all' ? null : preset;
}

export function isMoving(saved: string): boolean {
  return periodName in addressFromText(saved);
}

/** Whether a saved query has days that stay what they are. */
export function hasFixedDays(saved: string): boolean {
  const { from, to } = addressFromText(saved);
  return from !== undefined || to !== undefined;
}

/** Whether two addresses show the same, in whatever order they say it. */
export function isSameView(one: Query, other: Query): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(query: Query): string {
  const filters = dashboardFiltersFromQuery(query);
  const address = queryFromDashboardFilters({
    ...filters,
    categories: filters.categories.map((name) => name.toLowerCase()).sort(),
    merchants: [...filters.merchants].sort(),
  });
  return textOf(address);
}

/** The shortest address that means the same: what makes no sense is left out. */
function normal(query: Query): Address {
  return queryFromDashboardFilters(dashboardFiltersFromQuery(query));
}

function textOf(address: Address): string {
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(address)) {
    for (const value of [values].flat()) parameters.append(name, value);
  }
  return parameters.toString();
}

function addressFromText(text: string): Address {
  const parameters = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
