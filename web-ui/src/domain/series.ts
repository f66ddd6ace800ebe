import type { components } from '../api/schema/analytics';
import type { Decimal } from './decimal';
import { formatPeriod, formatRange, formatTick, type Granularity, type IsoDate, isPartial } from './periods';

type TimeSeries = components['schemas']['TimeSeries'];

/** One period's spending, named and ready to be drawn. */
export interface SeriesPoint {
  period: IsoDate;
  /** The first and the last of its days that are counted. */
  from: IsoDate;
  to: IsoDate;
  total: Decimal;
  count: number;
  name: string;
  /** Cut by the filter or not over yet: drawn apart, because it cannot be compared with a whole period. */
  partial: boolean;
}

/** What was spent in the days that a point is compared with. */
export interface BeforePoint {
  from: IsoDate;
  to: IsoDate;
  total: Decimal;
  name: string;
}

export function seriesPoints(series: TimeSeries, locale: string): SeriesPoint[] {
  const granularity: Granularity = series.granularity;
  return series.points.map((point) => {
    const partial = isPartial(point.period_start, point.start_date, point.end_date, granularity);
    return {
      period: point.period_start,
      from: point.start_date,
      to: point.end_date,
      total: point.total,
      count: point.transaction_count,
      name: partial
        ? formatRange(point.start_date, point.end_date, locale)
        : formatPeriod(point.period_start, granularity, locale),
      partial,
    };
  });
}

/** A label on the time axis, under the point that it names. */
export interface AxisTick {
  index: number;
  label: string;
}

/** As many labels as there is room for, evenly spread, the newest point always among them. */
export function axisTicks(
  points: readonly Pick<SeriesPoint, 'period'>[],
  granularity: Granularity,
  room: number,
  locale: string,
): AxisTick[] {
  const step = Math.max(1, Math.ceil(points.length / Math.max(1, room)));
  const shown = points.map((point, index) => ({ point, index })).filter(({ index }) => (points.length - 1 - index) % step === 0);
  return shown.map(({ point, index }, place) => ({
    index,
    label: formatTick(point.period, shown[place - 1]?.point.period ?? null, granularity, locale),
  }));
}
