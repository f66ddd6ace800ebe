// Usage: node lighthouse.mjs BASE_URL USERNAME PASSWORD RUNS      (bench/lighthouse does that)
import lighthouse, { desktopConfig } from 'lighthouse';
import { browserInUse, launchWithoutWindow, median, signIn, table } from './browser.mjs';

const [base, username, password, runs = '5'] = process.argv.slice(2);
const categories = ['performance', 'accessibility', 'best-practices'];
const metrics = {
  LCP: 'largest-contentful-paint', FCP: 'first-contentful-paint', TBT: 'total-blocking-time', CLS: 'cumulative-layout-shift',
};
/** What all of the requests of a first load may weigh, as they are sent: headers and compressed bodies. */
const maxBytes = { 'sign-in': 90 * 1024, dashboard: 130 * 1024 };

/** One load with an empty cache, in the tab of a browser of its own. */
async function measure(name, config) {
  const browser = await launchWithoutWindow();
  try {
    const page = await browser.newPage();
    if (name === 'dashboard') await signIn(page, base, username, password);
    const { lhr } = await lighthouse(base, { onlyCategories: categories, logLevel: 'error' }, config, page);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const requests = lhr.audits['network-requests'].details.items;
    return {
      ...Object.fromEntries(categories.map((id) => [id, Math.round(lhr.categories[id].score * 100)])),
      ...Object.fromEntries(Object.entries(metrics).map(([short, id]) => [short, lhr.audits[id].numericValue])),
      requests: requests.length,
      bytes: requests.reduce((sum, { transferSize }) => sum + transferSize, 0),
      machine: lhr.environment.benchmarkIndex,
      missed: categories.slice(1).flatMap((id) => lhr.categories[id].auditRefs)
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1).map(({ id }) => id),
    };
  } finally {
    await browser.close();
  }
}

const rows = [['page', 'window', ...categories, 'LCP s', 'FCP s', 'TBT ms', 'CLS', 'requests', 'KB', 'machine']];
const failures = [];
for (const name of ['dashboard', 'sign-in']) {
  for (const [window, config] of [['desktop', desktopConfig], ['mobile', undefined]]) {
    const found = [];
    for (let run = 0; run < Number(runs); run++) found.push(await measure(name, config));
    const of = (key) => median(found.map((one) => one[key]));
    const performance = found.map((one) => one.performance).sort((a, b) => a - b);
    rows.push([
      name, window, `${of('performance')} (${performance.at(0)}–${performance.at(-1)})`, of('accessibility'), of('best-practices'),
      (of('LCP') / 1000).toFixed(2), (of('FCP') / 1000).toFixed(2), of('TBT').toFixed(0), of('CLS').toFixed(4), of('requests'),
      (of('bytes') / 1024).toFixed(1), of('machine').toFixed(0),
    ]);
    for (const id of categories.slice(1)) {
      if (of(id) < 100) failures.push(`${name}, ${window}: ${id} is ${of(id)}: ${[...new Set(found.flatMap(({ missed }) => missed))]}`);
    }
    if (of('bytes') > maxBytes[name]) failures.push(`${name}, ${window}: ${of('bytes')} bytes are more than ${maxBytes[name]}`);
  }
}
console.log(`${browserInUse}, medians of ${runs}:\n`);
table(rows);
failures.forEach((failure) => console.error(failure));
process.exitCode = failures.length > 0 ? 1 : 0;
