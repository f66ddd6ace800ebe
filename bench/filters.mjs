// Usage: node filters.mjs BASE_URL PASSWORD ROUNDS USERNAME…      (bench/dashboard does that)
import puppeteer from 'puppeteer-core';
import { browserInUse, launchWithoutWindow, quantile, signIn, table } from './browser.mjs';

const [base, password, rounds, ...usernames] = process.argv.slice(2);
const done = 'All changes are measured';

/** Puts everything on the page that is only made when it is about to be seen. */
async function showAll(page) {
  while (!(await page.$('[data-testid=transactions-count]'))) {
    await page.evaluate(() => scrollBy(0, innerHeight));
    await page.waitForNetworkIdle({ idleTime: 300 });
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/**
 * Runs in the page: makes every kind of change, each of which asks for what was not asked for before, and keeps what the
 * page itself measures: from the click until everything is painted anew, and the API's part of it.
 */
function changeEverything(done) {
  const find = (selector) => document.querySelector(selector) ?? (() => { throw new Error(`There is no ${selector}`); })();
  const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
  const escaped = (text) => text.replace(/["\\]/g, '\\$&');
  const values = (selector, name) => [...document.querySelectorAll(selector)].map((element) => element.dataset[name]);
  const preset = (name) => `[data-testid=filter-preset-${name}]`;
  const clear = '[data-testid=filters-clear]';
  const presets = ['this-month', 'last-month', 'last-30-days', 'last-90-days', 'year-to-date', 'last-year', 'all'];
  const all = [];

  async function change(kind, selector) {
    const element = find(selector);
    if (element.disabled) return;
    performance.clearMeasures('filter');
    const measured = new Promise((resolve) => {
      new PerformanceObserver((list, observer) => {
        const [entry] = list.getEntriesByName('filter');
        if (!entry) return;
        observer.disconnect();
        resolve({ kind, all: entry.duration, api: entry.detail.api });
      }).observe({ type: 'measure' });
    });
    element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    const times = await measured;
    if (kind !== null && times.api > 0) all.push(times);
    await pause(100); // As quick as nobody clicks.
  }

  async function changes() {
    await change(null, preset('last-year'));
    await change(null, preset('all'));
    for (const name of presets) await change('range', preset(name));
    for (const category of values('[data-testid=chart-categories] [data-category]', 'category')) {
      await change('category', `[data-testid="filter-category-${escaped(category)}"]`);
      for (const name of [...presets.slice(0, 3), 'all']) await change('range of some categories', preset(name));
    }
    for (const [kind, chart, name] of [
      ['merchant', 'chart-merchants', 'category'], ['day of the week', 'chart-weekdays', 'weekday'],
      ['month and category', 'chart-months', 'category'], ['day', 'chart-calendar', 'day'],
    ]) {
      await change(null, clear);
      const marks = values(`[data-testid=${chart}] [data-${name}]`, name);
      for (const value of new Set(marks.slice(-8))) {
        await change(kind, `[data-testid=${chart}] [data-${name}="${escaped(value)}"]`);
        await change(null, clear);
      }
    }
    return all;
  }

  window.measured = changes().then((times) => ({ times }), (error) => ({ error: String(error) })).finally(() => (document.title = done));
}

/** Waits until a tab says that it is done, by the browser's list of tabs: nothing is attached to any of them meanwhile. */
async function waitUntilDone(endpoint) {
  for (let second = 0; second < 300; second++) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const tabs = await (await fetch(`http://${new URL(endpoint).host}/json/list`)).json();
    if (tabs.some(({ title }) => title === done)) return;
  }
  throw new Error('The changes were not done in five minutes.');
}

/** A browser of its own, with nothing kept; while it is measured, nobody watches it. */
async function measure(username) {
  let browser = await launchWithoutWindow({ defaultViewport: null });
  try {
    let [page] = await browser.pages();
    await signIn(page, base, username, password);
    await page.waitForNetworkIdle({ idleTime: 300 });
    await showAll(page);
    const rows = await page.$eval('[data-testid=transactions-count]', (element) => Number(element.dataset.value));
    await page.evaluate(changeEverything, done);
    const endpoint = browser.wsEndpoint();
    await browser.disconnect();
    try {
      await waitUntilDone(endpoint);
    } finally {
      browser = await puppeteer.connect({ browserWSEndpoint: endpoint, defaultViewport: null });
    }
    page = (await browser.pages()).find((tab) => tab.url().startsWith(base));
    const { times, error } = await page.evaluate(() => window.measured);
    if (error) throw new Error(error);
    return { rows, times };
  } finally {
    await browser.close();
  }
}

function line(rows, round, kind, times) {
  const of = (pick) => (share) => quantile(times.map(pick), share).toFixed(0);
  const [whole, api, drawing] = [of((one) => one.all), of((one) => one.api), of((one) => one.all - one.api)];
  return [rows, round, kind, times.length, whole(0.5), whole(0.95), whole(1), api(0.5), api(0.95), drawing(0.5), drawing(0.95)];
}

const lines = [['rows', 'round', 'change of', 'times', 'p50 ms', 'p95 ms', 'longest ms', 'API p50 ms', 'API p95 ms', 'page p50 ms', 'page p95 ms']];
for (const username of usernames) {
  const all = [];
  let rows;
  for (let round = 1; round <= Number(rounds); round++) {
    const measured = await measure(username);
    rows = measured.rows;
    lines.push(line(rows, round, 'anything', measured.times));
    all.push(...measured.times);
  }
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  for (const kind of kinds) lines.push(line(rows, 'all', kind, all.filter((one) => one.kind === kind)));
  lines.push(line(rows, 'all', 'anything', all));
}
console.log(`${browserInUse}:\n`);
table(lines);
