import type { Category } from '../../api/categories';
import type { Rule } from '../../api/rules';
import type { Transaction } from '../../api/transactions';
import { colorOf } from '../../domain/breakdown';
import { formatCount, formatIncome, formatMoney } from '../../domain/money';
import { movementOf } from '../../domain/movements';
import { formatDate } from '../../domain/periods';
import { locale, t } from '../../i18n';

/** A transaction in the words of a list. */
export function describe(transaction: Transaction, categories: readonly Category[]) {
  const { id, amount, currency, kind, category, merchant, description } = transaction;
  const movement = movementOf(kind, amount);
  return {
    id,
    day: transaction.transaction_date,
    date: formatDate(transaction.transaction_date, locale),
    title: merchant ?? description ?? category,
    detail: merchant === null || description === merchant ? null : description,
    account: transaction.account,
    category,
    color: colorOf(category, categories),
    amount,
    money: movement === 'income' ? formatIncome(amount, currency, locale) : formatMoney(amount, currency, locale),
    tag: movement === 'refund' ? t.transactions.refund : movement === 'spending' ? null : t.transactions[kind as 'income' | 'transfer'],
    tone: movement === 'refund' || movement === 'income' ? 'positive' : movement === 'spending' ? '' : 'muted',
  };
}

export type Described = ReturnType<typeof describe>;

/** Why a transaction is in its category. */
export function whyOf({ category_source: source, rule_id: ruleId, learnt_from: learntFrom }: Transaction, rules: readonly Rule[]): string {
  const { why } = t.transactions;
  if (source === 'learnt') return learntFrom === null ? why.learnt(1, '') : why.learnt(learntFrom, formatCount(learntFrom, locale));
  if (source !== 'rule') return why[source];
  const rule = rules.find(({ id }) => id === ruleId);
  return rule ? why.ruleOf(rule.pattern) : why.rule;
}
