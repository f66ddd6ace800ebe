/** Names that a User-Agent holds, each before those that it holds too for the sake of old sites. */
const browsers: [pattern: RegExp, name: string][] = [
  [/\bEdg[A-Z]?[a-z]*\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [pattern: RegExp, name: string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** What people call a program and the system that it runs on: of a browser "Firefox · Linux", else what it calls itself first. */
export function clientName(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent));
  if (!browser) return userAgent.split(' ', 1)[0] ?? '';
  const system = systems.find(([pattern]) => pattern.test(userAgent));
  return [browser[1], system?.[1]].filter(Boolean).join(' · ');
}
