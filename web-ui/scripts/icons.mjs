// Draws the icons of the installed app from public/icon.svg, by a Chromium: CHROMIUM=/usr/bin/chromium node scripts/icons.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const chromium = process.env.CHROMIUM ?? 'chromium';
const icon = readFileSync('public/icon.svg', 'utf8');
// Systems that cut icons into shapes of their own want the background up to the edges; the ring is within their safe zone.
const wholeSquare = icon.replace(/ rx="\d+"/, '');

const icons = [
  { name: 'icon-192', size: 192, svg: icon },
  { name: 'icon-512', size: 512, svg: icon },
  { name: 'icon-maskable-512', size: 512, svg: wholeSquare },
  { name: 'apple-touch-icon', size: 180, svg: wholeSquare },
];

const folder = mkdtempSync(join(tmpdir(), 'icons-'));
for (const { name, size, svg } of icons) {
  const source = join(folder, `${name}.svg`);
  writeFileSync(source, svg.replace('<svg ', `<svg width="${size}" height="${size}" `));
  const { status, stderr } = spawnSync(
    chromium,
    [
      '--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--default-background-color=00000000', `--window-size=${size},${size}`,
      `--screenshot=${resolve('public', `${name}.png`)}`, source,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
}
rmSync(folder, { recursive: true });
