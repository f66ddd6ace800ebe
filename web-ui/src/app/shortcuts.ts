/** Pages by the key that leads to them after a g. */
export const places = { d: 'dashboard', t: 'transactions', i: 'import', c: 'categories', s: 'settings' } as const;
export type Place = (typeof places)[keyof typeof places];

export type ShortcutAction = { kind: 'go'; place: Place } | { kind: 'help' };

const patienceMillis = 1_500;

/** Reads keys one by one: a question mark asks for help, g and a letter lead to a page. */
export function shortcutReader(now: () => number = Date.now) {
  let begunAt = -Infinity;

  return (key: string): ShortcutAction | null => {
    const isSecond = now() - begunAt < patienceMillis;
    begunAt = key === 'g' && !isSecond ? now() : -Infinity;
    if (key === '?') return { kind: 'help' };
    return isSecond && isPlace(key) ? { kind: 'go', place: places[key] } : null;
  };
}

function isPlace(key: string): key is keyof typeof places {
  return Object.hasOwn(places, key);
}
