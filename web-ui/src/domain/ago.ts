const units: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago a moment was, in words: "5 minutes ago"; what was within the last minute is "now". */
export function formatAgo(moment: string, locale: string, now: Date = new Date()): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(moment)) / 1_000);
  const found = units.find(([, length]) => seconds >= length);
  // Not "yesterday", which may be the day before that.
  if (found) return new Intl.RelativeTimeFormat(locale).format(-Math.floor(seconds / found[1]), found[0]);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
}
