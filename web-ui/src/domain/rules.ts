import { type Decimal, decimalOf } from './decimal';

export const fields = ['any', 'merchant', 'description'] as const;
export const comparisons = ['contains', 'equals', 'matches'] as const;
export const kinds = ['spending', 'income', 'transfer'] as const;

/** A rule as the API has it, but for its id and place. */
export interface RuleParts {
  field: (typeof fields)[number];
  comparison: (typeof comparisons)[number];
  pattern: string;
  min_amount: Decimal | null;
  max_amount: Decimal | null;
  account_id: number | null;
  category: string | null;
  merchant: string | null;
  kind: string | null;
}

/** A rule as it stands in a form: what is not set is empty. */
export interface RuleDraft {
  field: RuleParts['field'];
  comparison: RuleParts['comparison'];
  pattern: string;
  minAmount: string;
  maxAmount: string;
  accountId: string;
  category: string;
  merchant: string;
  kind: string;
}

export function newDraft(pattern = '', category = ''): RuleDraft {
  return { field: 'any', comparison: 'contains', pattern, minAmount: '', maxAmount: '', accountId: '', category, merchant: '', kind: '' };
}

export function draftOf(rule: RuleParts): RuleDraft {
  return {
    field: rule.field,
    comparison: rule.comparison,
    pattern: rule.pattern,
    minAmount: rule.min_amount ?? '',
    maxAmount: rule.max_amount ?? '',
    accountId: rule.account_id === null ? '' : String(rule.account_id),
    category: rule.category ?? '',
    merchant: rule.merchant ?? '',
    kind: rule.kind ?? '',
  };
}

export type Flaw = 'pattern' | 'amount' | 'effect';

/** What keeps a draft from being a rule, by the API's name of the field. */
export function flawsOf(draft: RuleDraft): Partial<Record<string, Flaw>> {
  return {
    ...(draft.pattern.trim() === '' && { pattern: 'pattern' as const }),
    ...(!isAmount(draft.minAmount) && { min_amount: 'amount' as const }),
    ...(!isAmount(draft.maxAmount) && { max_amount: 'amount' as const }),
    ...(!draft.category && !draft.merchant.trim() && !draft.kind && { category: 'effect' as const }),
  };
}

/** The rule that a draft without flaws is. */
export function ruleOf(draft: RuleDraft): RuleParts {
  return {
    field: draft.field,
    comparison: draft.comparison,
    pattern: draft.pattern,
    min_amount: decimalOf(draft.minAmount),
    max_amount: decimalOf(draft.maxAmount),
    account_id: draft.accountId === '' ? null : Number(draft.accountId),
    category: draft.category || null,
    merchant: draft.merchant.trim() || null,
    kind: draft.kind || null,
  };
}

function isAmount(text: string): boolean {
  return text.trim() === '' || decimalOf(text) !== null;
}

/** The same list with one element moved by some places; unchanged where that would be out of it. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = from + by;
  const result = [...list];
  if (from < 0 || to < 0 || from >= list.length || to >= list.length) return result;
  result.splice(to, 0, ...result.splice(from, 1));
  return result;
}
