// What Maven runs: installs the packages and builds the site, each only if something has changed since.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stamp = 'target/site.built';
const sources = ['src', 'public', 'scripts', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json', 'tsconfig.worker.json'];

/** When a file, or anything in a folder, last changed; a folder changes when a file is taken out. */
function changed(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}

function isNewer(path, than) {
  return existsSync(path) && changed(path) >= than;
}

function npm(...args) {
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) console.error(`npm cannot be run: ${error.message}. Install Node.js 20.19 or newer.`);
  if (status !== 0) process.exit(status ?? 1);
}

if (!isNewer('node_modules/.package-lock.json', changed('package-lock.json'))) npm('ci', '--no-audit', '--no-fund');

if (!existsSync('target/site/index.html') || !existsSync('target/sbom/site.cdx.json') || !isNewer(stamp, Math.max(...sources.map(changed)))) {
  rmSync(stamp, { force: true });
  npm('run', '--silent', 'build', '--', '--logLevel', 'warn');
  writeFileSync(stamp, '');
}
