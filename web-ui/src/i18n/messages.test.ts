import { expect, test } from 'vitest';
import { de } from './de';
import { en } from './en';
import { enAccount } from './enAccount';

type Message = string | ((...values: unknown[]) => string);

/** Every message by its path, such as "signIn.title". */
function messagesIn(node: unknown, path = ''): Map<string, Message> {
  if (typeof node === 'string' || typeof node === 'function') return new Map([[path, node as Message]]);
  return new Map(Object.entries(node as object).flatMap(([key, child]) => [...messagesIn(child, path ? `${path}.${key}` : key)]));
}

const english = messagesIn({ ...en, ...enAccount });
const german = messagesIn(de);

/** What is written alike in both languages. */
const alike = new Set([
  'app.name', 'signIn.code', 'nav.import', 'imports.title', 'imports.facts.format', 'categories.name', 'categories.colors.#ef6c00', 'categories.colors.#3949ab',
  'categories.colors.#c2185b', 'rules.pattern', 'passkeys.title', 'passkeys.name', 'transactions.exporting.format',
]);
const isSign = (path: string) => /\.keys$|\.formats\./.test(path);

const markers = ['‹1›', '‹2›', '‹3›', '‹4›', '‹5›', '‹6›'];
const markersIn = (text: string) => markers.filter((marker) => text.includes(marker));
const wordsOf = (text: string) => text.replace(/‹\d›|[^\p{L}]/gu, '');

function say(message: Message | undefined, ...values: unknown[]): string {
  return typeof message === 'function' ? String(message(...values)) : (message ?? '');
}

test('every message is there in both languages', () => {
  expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
});

test('no German message is English by accident', () => {
  const same = [...english].filter(([path, message]) => {
    const text = say(message, ...markers);
    return !alike.has(path) && !isSign(path) && wordsOf(text) !== '' && say(german.get(path), ...markers) === text;
  });
  expect(same).toEqual([]);
});

test('every message says the same values in both languages', () => {
  for (const [path, message] of english) {
    expect(markersIn(say(german.get(path), ...markers)), path).toEqual(markersIn(say(message, ...markers)));
  }
});

test('every message makes a sentence of none, of one and of many', () => {
  for (const [path, message] of [...english, ...german].filter(([path]) => path !== 'errors.problem')) {
    for (const count of [0, 1, 2]) {
      const text = say(message, count, ...markers.slice(1));
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|NaN|\[object/);
    }
  }
});

test('German is written with its own quotation marks, and a space before the ellipsis of an unfinished sentence', () => {
  for (const [path, message] of german) {
    expect(say(message, ...markers), path).not.toMatch(/"|'|”|\.\.\.| {2}|[^ ]…/);
  }
});
