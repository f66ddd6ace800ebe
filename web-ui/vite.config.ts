import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as icons from '@mdi/js';
import vue from '@vitejs/plugin-vue';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { fonts } from './scripts/fonts.mjs';
import { sbom } from './scripts/sbom.mjs';

const api = process.env.API_URL ?? 'http://127.0.0.1:8501';
const output = 'target/site';

/** Writes brotli and gzip siblings at their slowest and smallest: compressed once here, never while serving. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
      for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const bytes = readFileSync(file);
        const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
        const gzip = gzipSync(bytes, { level: 9 });
        if (brotli.length < bytes.length) writeFileSync(`${file}.br`, brotli);
        if (gzip.length < bytes.length) writeFileSync(`${file}.gz`, gzip);
      }
    },
  };
}

/** Puts the path of an icon where it is used: from the one module of them all, each page would get the icons of every other. */
function inlineIcons(): Plugin {
  const paths = new Map(Object.entries(icons));
  const constants = (names: string) => names.match(/\w+/g)?.map((name) => `const ${name} = ${JSON.stringify(paths.get(name))};`).join(' ') ?? '';
  return {
    name: 'inline-icons',
    apply: 'build',
    enforce: 'post',
    transform: (code) => code.replace(/import {([^}]+)} from ["']@mdi\/js["'];?/g, (_all, names: string) => constants(names)),
  };
}

/**
 * Builds the service worker and tells it the site's files: all that pages are made of, except languages, of which
 * each reader needs one.
 */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/worker/serviceWorker.ts', fileName: 'sw.js' });
    },
    generateBundle(_options, bundle) {
      const worker = bundle['sw.js'];
      const page = bundle['index.html'];
      if (worker?.type !== 'chunk' || page?.type !== 'asset') throw new Error('The service worker or the page is missing.');
      if (worker.imports.length > 0) throw new Error('The service worker must be one file.');
      const files = Object.values(bundle)
        .filter((file) => /^assets\/.*\.(js|css)$/.test(file.fileName) && !isLanguage(file))
        .map((file) => `/${file.fileName}`)
        .sort();
      const version = createHash('sha256').update(page.source).update(readFileSync('public/icon.svg')).update(files.join()).digest('hex').slice(0, 12);
      worker.code = worker.code.replaceAll('__SITE__', JSON.stringify({ version, files }));
    },
  };
}

const isLanguage = (file: { type: string; facadeModuleId?: string | null }) => /\/src\/i18n\//.test(file.facadeModuleId ?? '');

/** Whether the dashboard needs this before it is drawn. */
function isOfDashboard(id: string, infoOf: (id: string) => { importers: string[] } | null, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  return id.endsWith('/DashboardPage.vue') || (infoOf(id)?.importers.some((importer) => isOfDashboard(importer, infoOf, seen)) ?? false);
}

export default defineConfig({
  plugins: [fonts(), vue({ features: { optionsAPI: false } }), inlineIcons(), serviceWorker(), sbom(), precompress()],
  build: {
    outDir: output,
    // The colours need light-dark() and relative colour syntax; lowering anything for older engines would only add bytes.
    target: ['chrome123', 'edge123', 'firefox128', 'safari18'],
    // The content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // One file of what the first script needs, so that signing in waits for nothing that only pages behind it use, one of
    // what the dashboard shares with others, and one of what the rest share: each file more costs its headers.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], test: /^(?!.*\/src\/worker\/)/, priority: 2 },
            { name: (id, chunks) => (isOfDashboard(id, (one) => chunks.getModuleInfo(one)) ? 'shared' : null), debugName: 'shared', minShareCount: 2, priority: 1 },
            { name: 'rest', minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': api } },
  preview: { host: '127.0.0.1', port: 4173, proxy: { '/api': api } },
  test: { environment: 'happy-dom', pool: 'threads', include: ['src/**/*.test.ts'] },
});
