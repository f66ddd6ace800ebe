import { type Decimal, isNegative, negated, withoutSign } from './decimal';

/** What a transaction is to a person: its kind and the direction of the money. */
export const movements = ['spending', 'refund', 'income', 'transfer-out', 'transfer-in'] as const;
export type Movement = (typeof movements)[number];

type Kind = 'spending' | 'income' | 'transfer';

/** The API's amounts are positive where spending or a transfer leaves the account, and for income. */
export function movementOf(kind: Kind, amount: Decimal): Movement {
  if (kind === 'income') return 'income';
  if (kind === 'spending') return isNegative(amount) ? 'refund' : 'spending';
  return isNegative(amount) ? 'transfer-in' : 'transfer-out';
}

export function kindOf(movement: Movement): Kind {
  if (movement === 'refund') return 'spending';
  return movement === 'transfer-in' || movement === 'transfer-out' ? 'transfer' : movement;
}

/** An amount without a sign as the API has it for such a movement. */
export function signed(movement: Movement, amount: Decimal): Decimal {
  const arrives = movement === 'refund' || movement === 'transfer-in';
  return arrives ? negated(withoutSign(amount)) : withoutSign(amount);
}
