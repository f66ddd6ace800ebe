// Writes what the site is made of, as CycloneDX: the packages of package-lock.json that are not for development alone.
// npm sbom would tell the same, but the npm of Debian is too old to know it, and the lock file has all of it.
import { Buffer } from 'node:buffer';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

// Beside the site, not in it: Maven puts it where nothing is served from.
const output = 'target/sbom';
const folder = 'node_modules/';

const { name: site, version: ofSite, packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

/** Where a module's package lies, as the lock file names it: node_modules/vue; null for our own and for made-up ones. */
function packageOf(id) {
  const start = id.indexOf(folder);
  if (start < 0 || id.startsWith('\0')) return null;
  return /^.*node_modules\/(?:@[^/]+\/)?[^/?]+/.exec(id.slice(start))?.[0] ?? null;
}

function component([path, { version, integrity, license }]) {
  const full = path.slice(path.lastIndexOf(folder) + folder.length);
  const [name, group] = full.split('/').reverse();
  const purl = `pkg:npm/${full.replace('@', '%40')}@${version}`;
  const [algorithm, hash] = integrity.split('-');
  return {
    type: 'library',
    'bom-ref': `${purl}#${path}`,
    ...(group && { group }),
    name,
    version,
    scope: 'required',
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(hash, 'base64').toString('hex') }],
    ...(license && { licenses: [{ expression: license }] }),
    purl,
  };
}

/**
 * Vite's plugin: writes the list, and fails where the site holds a package that is not on it.
 *
 * @returns {import('vite').Plugin}
 */
export function sbom() {
  const shipped = Object.entries(packages).filter(([path, { dev, devOptional }]) => path && !dev && !devOptional);
  return {
    name: 'sbom',
    apply: 'build',
    generateBundle(_options, bundle) {
      const paths = new Set(shipped.map(([path]) => path));
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const missing = new Set(modules.map(packageOf).filter((path) => path && !paths.has(path)));
      if (missing.size > 0) this.error(`In the site, but only a dependency for development: ${[...missing].join(', ')}`);
      const document = {
        $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        metadata: { component: { type: 'application', 'bom-ref': site, name: site, version: ofSite } },
        components: shipped.map(component),
      };
      mkdirSync(output, { recursive: true });
      writeFileSync(`${output}/site.cdx.json`, `${JSON.stringify(document, null, 2)}\n`);
    },
  };
}
