import type { Dashboard } from '../../api/dashboard';
import { type Change, changeAgainst, courses } from '../../domain/dashboard';
import { decimal, type Decimal } from '../../domain/decimal';
import { formatChange, formatCount, formatMoney, formatShare, shareOf } from '../../domain/money';
import { formatDate, formatRange } from '../../domain/periods';
import { locale, t } from '../../i18n';

/** How a figure has changed, in a word for the eye and a sentence for the ear. */
export interface ChangeText {
  direction: Change['direction'];
  short: string;
  long: string;
}

/** A figure as its card shows it. */
export interface Figure {
  /** Exactly as the API wrote it. */
  value: string;
  text: string;
  note: string;
  change: ChangeText | null;
  /** From period to period, for drawing only. */
  course: readonly number[];
}

export interface TopCategory {
  category: string;
  color: string;
  total: Decimal;
  text: string;
  share: string;
  change: ChangeText | null;
  course: readonly number[];
}

export interface Figures {
  total: Figure;
  month: Figure;
  average: Figure;
  count: Figure;
  largest: Figure;
  top: TopCategory[];
}

const mostTop = 3;

/** The figures of an answer in the reader's words. */
export function figuresOf(dashboard: Dashboard): Figures {
  const { before, currency, largest, transaction_count: count } = dashboard;
  const money = (value: Decimal) => formatMoney(value, currency, locale);
  const number = (value: Decimal) => formatCount(Number(value), locale);
  const course = courses(dashboard);
  const range = before && formatRange(before.start_date, before.end_date, locale);
  const changeText = (now: Decimal, was: Decimal | null | undefined, words: (value: Decimal) => string) =>
    range && was != null ? describeChange(changeAgainst(now, was), words(was), range) : null;

  return {
    total: {
      value: dashboard.total_spent,
      text: money(dashboard.total_spent),
      note: t.dashboard.totalNote(t.dashboard.transactions(count, formatCount(count, locale))),
      change: changeText(dashboard.total_spent, before?.total_spent, money),
      course: course.total,
    },
    month: {
      value: dashboard.average_month,
      text: money(dashboard.average_month),
      note: t.dashboard.monthNote,
      change: changeText(dashboard.average_month, before?.average_month, money),
      course: course.month,
    },
    average: {
      value: dashboard.average_transaction,
      text: money(dashboard.average_transaction),
      note: t.dashboard.averageNote,
      change: changeText(dashboard.average_transaction, before?.average_transaction, money),
      course: course.average,
    },
    count: {
      value: String(count),
      text: formatCount(count, locale),
      note: t.dashboard.countNote,
      change: changeText(decimal(String(count)), before && decimal(String(before.transaction_count)), number),
      course: course.count,
    },
    largest: {
      value: largest?.amount ?? '0',
      text: largest ? money(largest.amount) : '–',
      note: largest ? t.dashboard.largestNote(largest.merchant ?? largest.description ?? largest.category, formatDate(largest.transaction_date, locale)) : t.dashboard.emptyTitle,
      change: largest && changeText(largest.amount, before?.largest, money),
      course: course.largest,
    },
    top: dashboard.categories
      .filter(({ total }) => Number(total) > 0)
      .slice(0, mostTop)
      .map(({ category, color, total }) => ({
        category,
        color,
        total,
        text: money(total),
        share: formatShare(shareOf(total, dashboard.total_spent), locale),
        change: changeText(total, before?.categories.find((entry) => entry.category === category)?.total, money),
        course: course.categories.get(category) ?? [],
      })),
  };
}

function describeChange(change: Change | null, was: string, range: string): ChangeText {
  const { before } = t.dashboard;
  if (change === null) return { direction: 'same', short: before.shortNothing, long: before.nothing(range) };
  if (change.direction === 'same') return { direction: 'same', short: before.shortSame, long: before.same(range) };
  const share = formatChange(change.share, locale);
  return change.direction === 'more'
    ? { direction: 'more', short: before.shortMore(share), long: before.more(share, was, range) }
    : { direction: 'less', short: before.shortLess(share), long: before.less(share, was, range) };
}
