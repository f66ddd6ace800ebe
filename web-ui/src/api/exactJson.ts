import { decimal } from '../domain/decimal';
import { integerFields } from './schema/integerFields';

/** What engines that know "JSON.parse source text access" tell a reviver about a number. */
interface ReviverContext {
  source?: string;
}

/**
 * Parses an answer and keeps the digits of each decimal as text. Counts and ids become numbers.
 * Engines without access to the source text lose trailing zeros, and digits beyond a double's 15.
 */
export function parseExact(json: string): unknown {
  return JSON.parse(json, function revive(key: string, value: unknown, context?: ReviverContext) {
    if (integerFields.has(key)) return Array.isArray(value) ? value.map(Number) : value;
    if (typeof value !== 'number') return value;
    return decimal(plain(context?.source ?? String(value)));
  } as (key: string, value: unknown) => unknown);
}

/** JSON may write 1E+3; everything here reads plain digits. */
function plain(source: string): string {
  if (!/e/i.test(source)) return source;
  return Number(source).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}
