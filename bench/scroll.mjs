// Usage: node scroll.mjs BASE_URL PASSWORD USERNAME…      (bench/dashboard does that)
import { launchWithoutWindow, quantile, signIn, table } from './browser.mjs';

const [base, password, ...usernames] = process.argv.slice(2);
const longest = 50;

/** Writes down how long each frame took, and what the browser itself calls a long one, until it is asked. */
function beginFrames() {
  const frames = [];
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration, startTime }) => [startTime, duration])))
    .observe({ type: 'long-animation-frame' });
  let last;
  let going = true;
  const next = (now) => {
    if (last !== undefined) frames.push(now - last);
    last = now;
    if (going) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  window.endFrames = () => {
    going = false;
    return { frames, long };
  };
}

/** Turns the wheel a notch every 16 ms, down and back up. */
async function wheel(page) {
  await page.mouse.move(640, 500);
  for (const step of [120, 480, 1200, -480]) {
    for (let turn = 0; turn < 75; turn++) {
      await page.mouse.wheel({ deltaY: step });
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}

/** Drags the scroll bar through the whole list in three seconds, and back to a place in its middle. */
function drag(page) {
  return page.evaluate(async () => {
    const height = document.documentElement.scrollHeight - innerHeight;
    for (const [from, to, millis] of [[0, 1, 3_000], [1, 0.5, 1_500]]) {
      const begin = performance.now();
      for (let share = 0; share < 1; share = (performance.now() - begin) / millis) {
        scrollTo({ top: (from + (to - from) * share) * height, behavior: 'instant' });
        await new Promise(requestAnimationFrame);
      }
    }
  });
}

async function measure(browser, username, moving) {
  const page = await (await browser.createBrowserContext()).newPage();
  try {
    await signIn(page, base, username, password);
    await page.goto(`${base}/transactions`, { waitUntil: 'networkidle2' });
    await page.waitForSelector('[data-testid=row-open]');
    const rows = await page.$eval('[data-testid=transactions-count]', (element) => Number(element.dataset.value));
    await page.evaluate(beginFrames);
    await moving(page);
    const { frames, long } = await page.evaluate(() => window.endFrames());
    return { rows, frames, long: long.map(([, duration]) => duration) };
  } finally {
    await page.browserContext().close();
  }
}

const browser = await launchWithoutWindow();
try {
  const lines = [['rows', 'scrolled by', 'frames', 'p50 ms', 'p99 ms', 'longest ms', `over ${longest} ms`, 'long frames by the browser']];
  for (const username of usernames) {
    for (const moving of [wheel, drag]) {
      const { rows, frames, long } = await measure(browser, username, moving);
      lines.push([
        rows, moving.name, frames.length, ...[0.5, 0.99, 1].map((share) => quantile(frames, share).toFixed(1)),
        frames.filter((frame) => frame > longest).length, long.length,
      ]);
    }
  }
  table(lines);
} finally {
  await browser.close();
}
