import type { DashboardQuestion } from '../../api/dashboard';
import type { DashboardFilters } from '../../domain/dashboardFilters';
import { apiParameters } from '../../domain/filters';
import { granularityFor, rangeBefore, today } from '../../domain/periods';
import { firstWeekday } from '../../domain/week';
import { locale } from '../../i18n';

/** What these filters ask the API, for a reader of today and of here. */
export function questionOf(filters: DashboardFilters): DashboardQuestion {
  const before = rangeBefore(filters, today());
  return {
    ...apiParameters(filters),
    granularity: filters.granularity ?? granularityFor(filters),
    week_start: firstWeekday(locale),
    ...(before && { before_start_date: before.from, before_end_date: before.to }),
  };
}
