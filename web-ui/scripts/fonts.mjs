// Cuts Roboto down to the weights and letters that we use: one file has what the pages themselves are written with,
// another the further letters of Western Europe, which a browser fetches once a text has one of them.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const source = 'node_modules/@fontsource-variable/roboto/files/roboto-latin-wght-normal.woff2';
const output = 'target/fonts';

const weights = { min: 400, default: 400, max: 600 };
const ofPages = codes([0x20, 0x7e], '\u00a0·×äöüÄÖÜßé–—‘’‚“”„•…‹›€£¥↑↓−\u2009\u2011\u202f');
const western = codes([0xa1, 0xff], '\u0131\u0152\u0153\u02c6\u02da\u02dc™').filter((code) => !ofPages.includes(code));

/** The code points of a range and of these letters, ascending. */
function codes([first, last], letters) {
  const range = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return [...range, ...[...letters].map((letter) => letter.codePointAt(0))].sort((a, b) => a - b);
}

/** As CSS writes it: U+20-7E,U+A0. */
function unicodeRange(all) {
  const runs = [];
  for (const code of all) {
    const run = runs.at(-1);
    if (run && run.last === code - 1) run.last = code;
    else runs.push({ first: code, last: code });
  }
  const hex = (code) => code.toString(16).toUpperCase();
  return runs.map(({ first, last }) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',');
}

/** Writes one file, and answers the rule that makes browsers use it. */
async function cut(name, all) {
  const text = String.fromCodePoint(...all);
  const font = await subsetFont(readFileSync(source), text, { targetFormat: 'woff2', variationAxes: { wght: weights } });
  writeFileSync(`${output}/${name}.woff2`, font);
  return `@font-face {
  font-family: 'Roboto Variable';
  font-style: normal;
  font-display: swap;
  font-weight: 100 900;
  src: url(./${name}.woff2) format('woff2-variations');
  unicode-range: ${unicodeRange(all)};
}
`;
}

/** Vite's plugin: the files are there before anything asks for them, made anew only when this one has changed. */
export function fonts() {
  return {
    name: 'fonts',
    apply: (_config, { mode }) => mode !== 'test',
    async buildStart() {
      const rules = `${output}/roboto.css`;
      if (existsSync(rules) && statSync(rules).mtimeMs > statSync(fileURLToPath(import.meta.url)).mtimeMs) return;
      mkdirSync(output, { recursive: true });
      writeFileSync(rules, (await cut('roboto-western', western)) + (await cut('roboto', ofPages)));
    },
  };
}
