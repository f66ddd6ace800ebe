import { formatMoney } from '../../domain/money';
import type { RuleParts } from '../../domain/rules';
import { locale, t } from '../../i18n';

/** When a rule counts, in words; accounts are told by their ids. */
export function conditionText(rule: RuleParts, accounts: ReadonlyMap<number, string>): string {
  return [
    t.rules.condition(t.rules.fields[rule.field], t.rules.comparisons[rule.comparison], rule.pattern),
    amountText(rule),
    rule.account_id === null ? '' : t.rules.inAccount(accounts.get(rule.account_id) ?? t.rules.someAccount),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a rule does, in words. */
export function effectText({ category, merchant, kind }: RuleParts): string {
  return [
    category === null ? '' : t.rules.toCategory(category),
    merchant === null ? '' : t.rules.asMerchant(merchant),
    kind === null ? '' : t.rules.asKind(t.rules.kinds[kind] ?? kind),
  ]
    .filter(Boolean)
    .join(', ');
}

function amountText({ min_amount: min, max_amount: max }: RuleParts): string {
  const from = min === null ? '' : formatMoney(min, null, locale);
  const to = max === null ? '' : formatMoney(max, null, locale);
  if (from && to) return t.rules.between(from, to);
  if (from) return t.rules.atLeast(from);
  return to ? t.rules.atMost(to) : '';
}
