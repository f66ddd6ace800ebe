import { expect, test } from 'vitest';
import { colorOf } from './breakdown';

test('a category has its own colour, and one that is not known a plain one', () => {
  const categories = [{ id: 1, name: 'Travel', parent_id: null, color: '#123456' }];
  expect(colorOf('travel', categories)).toBe('#123456');
  expect(colorOf('Dining', categories)).toBe('#78909c');
});
