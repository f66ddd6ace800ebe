/** A day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A Monday, to name the days of a week by. */
const aMonday = Date.UTC(2024, 0, 1);
const millisecondsPerDay = 86_400_000;

/**
 * Where weeks do not begin on a Monday, by Unicode's CLDR 48. Of the browsers, some do not tell (`getWeekInfo`), and one
 * takes longer to look it up the first time than for all else that it does before the dashboard is asked for.
 */
const exceptions: readonly (readonly [Weekday, string])[] = [
  [5, 'MV'],
  [6, 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'],
  [
    7,
    'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY ' +
      'SA SG SV TH TT TW UM US VE VI WS YE ZA ZW',
  ],
];

/** The day that weeks begin on where the locale is spoken; a language without a region stands for its likeliest one. */
export function firstWeekday(locale: string): Weekday {
  const place = new Intl.Locale(locale);
  const region = place.region ?? place.maximize().region;
  return exceptions.find(([, regions]) => region !== undefined && regions.split(' ').includes(region))?.[0] ?? 1;
}

/** The days of a week in the order that they come in where it begins on this day. */
export function weekdaysFrom(first: Weekday): Weekday[] {
  return [...weekdays.slice(first - 1), ...weekdays.slice(0, first - 1)];
}

export function weekdayName(weekday: Weekday, locale: string, length: 'long' | 'short' | 'narrow' = 'long'): string {
  const day = new Date(aMonday + (weekday - 1) * millisecondsPerDay);
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(day);
}

/** The weekday of a calendar day that is written YYYY-MM-DD. */
export function weekdayOf(date: string): Weekday {
  return weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 1;
}
