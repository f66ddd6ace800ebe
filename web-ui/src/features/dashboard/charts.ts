import type { RouteLocationRaw } from 'vue-router';
import type { Dashboard } from '../../api/dashboard';
import type { CardStatus, FormatMoney } from '../../charts/chartTypes';
import type { DashboardFilters } from '../../domain/dashboardFilters';
import type { Filters } from '../../domain/filters';

/** What a group of the dashboard's charts draws. */
export interface ChartsProps {
  dashboard: Dashboard | undefined;
  /** The filters of what is shown. */
  filters: DashboardFilters;
  status: CardStatus;
  error: unknown;
  emptyText: string;
  money: FormatMoney;
  /** The list of what is counted, narrower in the ways that are named. */
  linkTo: (more: Partial<Filters>) => RouteLocationRaw;
}

/** `change`: what changes, of the filters as they are by then. */
export interface ChartsEmits {
  change: [changes: (now: DashboardFilters) => Partial<DashboardFilters>];
  retry: [];
}
