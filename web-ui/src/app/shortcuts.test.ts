import { expect, test } from 'vitest';
import { isForThePage } from '../ui/keys';
import { shortcutReader } from './shortcuts';

test('g and a letter lead to a page, if not too slowly', () => {
  let time = 0;
  const read = shortcutReader(() => time);
  expect(read('g')).toBeNull();
  expect(read('t')).toEqual({ kind: 'go', place: 'transactions' });
  expect(read('t')).toBeNull();
  read('g');
  time += 2_000;
  expect(read('d')).toBeNull();
});

test('other keys mean nothing, and end what was begun', () => {
  const read = shortcutReader(() => 0);
  read('g');
  expect(read('x')).toBeNull();
  expect(read('d')).toBeNull();
  expect(read('toString')).toBeNull();
  expect(read('?')).toEqual({ kind: 'help' });
});

test('what is typed into a field is for the field', () => {
  const typed = (target: HTMLElement, init: KeyboardEventInit = {}) => {
    document.body.append(target);
    let event: KeyboardEvent | undefined;
    target.addEventListener('keydown', (found) => void (event = found));
    target.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, ...init }));
    return isForThePage(event as KeyboardEvent);
  };
  expect(typed(document.createElement('input'))).toBe(false);
  expect(typed(document.createElement('button'))).toBe(true);
  expect(typed(document.createElement('button'), { ctrlKey: true })).toBe(false);
});
