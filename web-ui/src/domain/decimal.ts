/** An exact decimal as the API wrote it, such as "1234.50": text, because a double would lose digits. */
export type Decimal = string & { readonly __decimal: true };

export function decimal(text: string): Decimal {
  return text as Decimal;
}

/** A decimal as a length or an angle: for drawing and ratios only, never for a figure that is shown. */
export function toNumber(value: Decimal): number {
  return Number(value);
}

/** The first of those with the largest amount; undefined if there are none. */
export function largestBy<T>(all: readonly T[], amountOf: (one: T) => Decimal): T | undefined {
  let largest: T | undefined;
  let amount = -Infinity;
  for (const one of all) {
    const value = toNumber(amountOf(one));
    if (value > amount) [largest, amount] = [one, value];
  }
  return largest;
}

export function isNegative(value: Decimal): boolean {
  return toNumber(value) < 0;
}

/** An amount without a sign as somebody types it, with a point or a comma; null for anything else. */
export function decimalOf(text: unknown): Decimal | null {
  if (typeof text !== 'string') return null;
  const tidy = text.trim().replace(',', '.');
  return /^\d{1,15}(\.\d{1,4})?$/.test(tidy) ? decimal(tidy) : null;
}

export function negated(value: Decimal): Decimal {
  return decimal(value.startsWith('-') ? value.slice(1) : `-${value}`);
}

export function withoutSign(value: Decimal): Decimal {
  return isNegative(value) ? negated(value) : value;
}

/** What is left of the whole without its parts, exactly. */
export function restOf(whole: Decimal, parts: readonly Decimal[]): Decimal {
  const digits = Math.max(...[whole, ...parts].map((value) => value.split('.')[1]?.length ?? 0));
  const rest = parts.reduce((sum, part) => sum - units(part, digits), units(whole, digits));
  const text = String(rest < 0n ? -rest : rest).padStart(digits + 1, '0');
  const point = text.length - digits;
  return decimal(`${rest < 0n ? '-' : ''}${text.slice(0, point)}${digits > 0 ? `.${text.slice(point)}` : ''}`);
}

/** A decimal counted in the smallest unit that this many digits have. */
function units(value: Decimal, digits: number): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0'));
}
