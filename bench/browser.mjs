// What the measurements in a browser share: the machine's own Chromium, and somebody signed in.
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const executable = process.env.E2E_CHROMIUM
  ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'].find(existsSync);
if (!executable) throw new Error('There is no Chromium here; say where one is with E2E_CHROMIUM.');

/** A browser that has kept nothing from earlier. Without its sandbox, as root can't have one; it sees only our own pages. Its window is as large as what is shown in it. */
export function launch(options = {}) {
  return puppeteer.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--window-size=1440,987'],
    defaultViewport: { width: 1440, height: 900 },
    ...options,
  });
}

const headlessShell = '/usr/bin/chromium-headless-shell';
const hasHeadlessShell = !process.env.E2E_CHROMIUM && existsSync(headlessShell);
export const browserInUse = hasHeadlessShell ? 'Chromium without a window' : 'Chromium with a window that is not shown';

/** Chromium without a window, if the machine has it: drawing one takes as much of the processor as the page. */
export function launchWithoutWindow(options = {}) {
  return hasHeadlessShell ? launch({ executablePath: headlessShell, headless: 'shell', ...options }) : launch(options);
}

/** Signs in as a person does; the token stays in this tab. */
export async function signIn(page, base, username, password) {
  await page.goto(base, { waitUntil: 'networkidle2' });
  await page.type('#username', username);
  await page.type('#password', password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=metric-total]', { timeout: 60_000 });
}

/** The value below which this share of all values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values) => quantile(values, 0.5);

/** Prints rows of cells as a table of Markdown. */
export function table(rows) {
  const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  console.log([head, head.replace(/[^|]+/g, '---'), ...body].join('\n'));
}
