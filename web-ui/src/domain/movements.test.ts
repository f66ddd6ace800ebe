import { expect, test } from 'vitest';
import { decimal } from './decimal';
import { kindOf, movementOf, movements, signed } from './movements';

test.each(movements)('%s is read from its kind and amount as it is written', (movement) => {
  expect(movementOf(kindOf(movement), signed(movement, decimal('12.50')))).toBe(movement);
});

test('money that comes back is negative spending', () => {
  expect(signed('refund', decimal('5.00'))).toBe('-5.00');
  expect(signed('spending', decimal('-5.00'))).toBe('5.00');
  expect(kindOf('refund')).toBe('spending');
});
