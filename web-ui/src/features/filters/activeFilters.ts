import { mdiBankOutline, mdiCalendarRange, mdiCalendarWeek, mdiCashMinus, mdiCashMultiple, mdiMagnify, mdiStorefrontOutline } from '@mdi/js';
import type { Decimal } from '../../domain/decimal';
import { type Filters, isSameName, toggleMerchant, toggleWeekday } from '../../domain/filters';
import { formatDecimal } from '../../domain/money';
import { formatDate, formatRange, type IsoDate, presetOf } from '../../domain/periods';
import { weekdayName, weekdaysFrom } from '../../domain/week';
import { locale, t } from '../../i18n';

/** One thing that leaves something out, and how it is without it. `T`: the filters of the page. */
export interface ActiveFilter<T extends Filters = Filters> {
  id: string;
  text: string;
  icon: string;
  without: Partial<T>;
}

/** All that filters, but the categories and the usual periods, whose chips always show whether they are chosen. */
export function activeFilters(filters: Filters, accountName: string, now: IsoDate): ActiveFilter[] {
  const { merchants, weekdays, text, min, max } = filters;
  return [
    ...(presetOf(filters, now) === null ? [{ id: 'range', text: rangeText(filters), icon: mdiCalendarRange, without: { from: null, to: null } }] : []),
    ...(text.trim() ? [{ id: 'text', text: t.activeFilters.text(text.trim()), icon: mdiMagnify, without: { text: '' } }] : []),
    ...merchants.map((name) => ({
      id: `merchant-${name}`, text: name, icon: mdiStorefrontOutline, without: { merchants: toggleMerchant(merchants, name) },
    })),
    ...weekdaysFrom(1).filter((day) => weekdays.includes(day)).map((day) => ({
      id: `weekday-${day}`, text: weekdayName(day, locale), icon: mdiCalendarWeek, without: { weekdays: toggleWeekday(weekdays, day) },
    })),
    ...(min || max ? [{ id: 'amount', text: amountText(min, max), icon: mdiCashMultiple, without: { min: null, max: null } }] : []),
    ...(filters.accountId !== null ? [{ id: 'account', text: accountName, icon: mdiBankOutline, without: { accountId: null } }] : []),
    ...(filters.basis === 'gross' ? [{ id: 'basis', text: t.activeFilters.gross, icon: mdiCashMinus, without: { basis: 'net' as const } }] : []),
  ];
}

/** The chosen categories, where their own chips are folded away. */
export function activeCategories({ categories }: Filters): ActiveFilter[] {
  return categories.map((name) => ({
    id: `category-${name}`, text: name, icon: '', without: { categories: categories.filter((category) => !isSameName(category, name)) },
  }));
}

function rangeText({ from, to }: Filters): string {
  if (from !== null && to !== null) return formatRange(from, to, locale);
  return from !== null ? t.activeFilters.from(formatDate(from, locale)) : to !== null ? t.activeFilters.until(formatDate(to, locale)) : '';
}

function amountText(min: Decimal | null, max: Decimal | null): string {
  if (min !== null && max !== null) return `${formatDecimal(min, locale)} – ${formatDecimal(max, locale)}`;
  return min !== null ? t.activeFilters.least(formatDecimal(min, locale)) : max !== null ? t.activeFilters.most(formatDecimal(max, locale)) : '';
}
