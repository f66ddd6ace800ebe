// Usage: node filters.mjs BASE_URL PASSWORD USERNAME…      (bench/dashboard does that)
import { launch, quantile, signIn, table } from './browser.mjs';

const [base, password, ...usernames] = process.argv.slice(2);
const presets = ['this-month', 'last-month', 'last-30-days', 'last-90-days', 'year-to-date', 'last-year', 'all'];

/** Puts everything on the page that is only made when it is about to be seen. */
async function showAll(page) {
  while (!(await page.$('[data-testid=transactions-count]'))) {
    await page.evaluate(() => scrollBy(0, innerHeight));
    await page.waitForNetworkIdle({ idleTime: 300 });
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** Clicks, and waits for what the page itself has measured: until all is painted, and the API's part of it. */
function change(page, selector) {
  return page.evaluate(async (selector) => {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`There is no ${selector}`);
    if (element.disabled) return { all: 0, api: 0 };
    performance.clearMeasures('filter');
    const measured = new Promise((resolve) => {
      new PerformanceObserver((list, observer) => {
        const [entry] = list.getEntriesByName('filter');
        if (!entry) return;
        observer.disconnect();
        resolve({ all: entry.duration, api: entry.detail.api });
      }).observe({ type: 'measure' });
    });
    element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    const result = await measured;
    await new Promise((resolve) => setTimeout(resolve, 100)); // As quick as nobody clicks.
    return result;
  }, selector);
}

const values = (page, selector, name) => page.$$eval(selector, (elements, name) => elements.map((element) => element.dataset[name]), name);
const escaped = (text) => text.replace(/["\\]/g, '\\$&');
const clear = '[data-testid=filters-clear]';

/** Every kind of change on the page, each of which asks for what was not asked for before. */
async function* changes(page) {
  const preset = (name) => `[data-testid=filter-preset-${name}]`;
  for (const name of presets) yield ['range', preset(name)];
  const categories = await values(page, '[data-testid=chart-categories] [data-category]', 'category');
  for (const category of categories) {
    yield ['category', `[data-testid="filter-category-${escaped(category)}"]`];
    for (const name of presets.slice(0, 3)) yield ['range of some categories', preset(name)];
    yield ['range of some categories', preset('all')];
  }
  for (const [kind, chart, name] of [
    ['merchant', 'chart-merchants', 'category'], ['day of the week', 'chart-weekdays', 'weekday'], ['month and category', 'chart-months', 'category'], ['day', 'chart-calendar', 'day'],
  ]) {
    yield [null, clear];
    const marks = await values(page, `[data-testid=${chart}] [data-${name}]`, name);
    for (const value of new Set(marks.slice(-8))) {
      yield [kind, `[data-testid=${chart}] [data-${name}="${escaped(value)}"]`];
      yield [null, clear];
    }
  }
}

async function measure(browser, username) {
  const page = await (await browser.createBrowserContext()).newPage();
  try {
    await signIn(page, base, username, password);
    await page.waitForNetworkIdle({ idleTime: 300 });
    await showAll(page);
    const rows = await page.$eval('[data-testid=transactions-count]', (element) => Number(element.dataset.value));
    await change(page, '[data-testid=filter-preset-last-year]');
    await change(page, '[data-testid=filter-preset-all]');
    const all = [];
    for await (const [kind, selector] of changes(page)) {
      const times = await change(page, selector);
      if (kind !== null && times.api > 0) all.push({ kind, ...times });
    }
    return { rows, all };
  } finally {
    await page.browserContext().close();
  }
}

const browser = await launch();
try {
  const lines = [['rows', 'change of', 'times', 'p50 ms', 'p95 ms', 'longest ms', 'API p50 ms', 'API p95 ms', 'page p50 ms', 'page p95 ms']];
  for (const username of usernames) {
    const { rows, all } = await measure(browser, username);
    const kinds = [...new Set(all.map(({ kind }) => kind))];
    for (const kind of [...kinds, 'anything']) {
      const some = all.filter((one) => kind === 'anything' || one.kind === kind);
      const of = (pick) => (share) => quantile(some.map(pick), share).toFixed(0);
      const [whole, api, drawing] = [of((one) => one.all), of((one) => one.api), of((one) => one.all - one.api)];
      lines.push([rows, kind, some.length, whole(0.5), whole(0.95), whole(1), api(0.5), api(0.95), drawing(0.5), drawing(0.95)]);
    }
  }
  table(lines);
} finally {
  await browser.close();
}
