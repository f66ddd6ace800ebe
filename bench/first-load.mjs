// Usage: node first-load.mjs BASE_URL USERNAME PASSWORD RUNS      (bench/first-load does that)
import { launch, median, signIn, table } from './browser.mjs';

const [base, username, password, runs = '10'] = process.argv.slice(2);
/** A phone is so many times slower, as Lighthouse takes it. */
const slowness = 4;
/** What a task may take, in milliseconds, before it makes somebody wait. */
const patience = 50;
const phone = { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const traced = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'loading', 'blink.user_timing'];
const restMillis = 2_500;
const rest = () => new Promise((resolve) => setTimeout(resolve, restMillis));

/** What each task of the page's main thread took of the processor on such a phone, in milliseconds. */
async function load(page) {
  await page.goto('about:blank');
  await page.tracing.start({ categories: traced });
  await page.goto(base, { waitUntil: 'load' });
  await rest();
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
  const paint = traceEvents.filter(({ name }) => name === 'firstContentfulPaint').sort((a, b) => a.ts - b.ts).at(-1);
  const own = traceEvents.filter(({ pid, tid }) => pid === paint.pid && tid === paint.tid);
  const start = own.find(({ name, args }) => name === 'navigationStart' && args.data.documentLoaderURL.startsWith(base)).ts;
  const tasks = own.filter(({ name, ph, ts }) => name === 'RunTask' && ph === 'X' && ts >= start).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  let end = 0;
  // Tasks within tasks are counted already.
  return tasks.filter(({ ts, dur }) => ts >= end && (end = ts + dur)).map(({ tdur }) => (tdur / 1000) * slowness);
}

const browser = await launch();
try {
  const page = await browser.newPage();
  await page.setViewport(phone);
  await signIn(page, base, username, password);
  await page.waitForNetworkIdle();
  await page.setCacheEnabled(false);
  const session = await page.createCDPSession();
  await session.send('Network.setBypassServiceWorker', { bypass: true });

  const found = [];
  for (let run = 0; run < Number(runs); run++) {
    const tasks = await load(page);
    found.push({
      all: tasks.reduce((sum, task) => sum + task, 0),
      over: tasks.reduce((sum, task) => sum + Math.max(0, task - patience), 0),
      longest: Math.max(...tasks),
    });
  }
  const of = (key) => median(found.map((one) => one[key])).toFixed(0);
  table([['runs', 'main thread ms', `over ${patience} ms a task`, 'longest task ms'], [runs, of('all'), of('over'), of('longest')]]);
} finally {
  await browser.close();
}
