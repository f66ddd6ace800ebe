/** An exact decimal as the API wrote it, such as "1234.50": text, because a double would lose digits. */
export type Decimal = string & { readonly __decimal: true };

export function decimal(text: string): Decimal {
  return text as Decimal;
}

/** A decimal as a length or an angle: for drawing and ratios only, never for a figure that is shown. */
export function toNumber(value: Decimal): number {
  return Number(value);
}

export function isNegative(value: Decimal): boolean {
  return toNumber(value) < 0;
}
