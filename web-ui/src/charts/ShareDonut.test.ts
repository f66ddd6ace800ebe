import { mount } from '@vue/test-utils';
import { afterEach, expect, test } from 'vitest';
import { usePatterns } from './patterns';
import ShareDonut from './ShareDonut.vue';
import { attributes, money, shares } from './testData';

const { patterns, toggle } = usePatterns();

afterEach(() => {
  if (patterns.value) toggle();
});

function donut() {
  return mount(ShareDonut, { props: { slices: shares, total: '€100.00', money, label: 'Proportions', chosen: ['travel'] }, attachTo: document.body });
}

test('the donut has the total in the middle and a slice for each category that was spent in', () => {
  const chart = donut();
  expect(attributes(chart.findAll('path[data-category]'), 'data-category')).toEqual(['Travel', 'Dining']);
  expect(chart.find('.figure').text()).toBe('€100.00');
  expect(chart.find('.note').exists()).toBe(true);
});

test('the donut tells which slice was chosen, by a click or a key, and shows what is', async () => {
  const chart = donut();
  const [travel, dining] = chart.findAll<SVGElement>('path[data-category]');
  expect(travel?.attributes('aria-pressed')).toBe('true');
  expect(dining?.attributes('aria-pressed')).toBe('false');
  await dining?.trigger('click');
  travel?.element.focus();
  await travel?.trigger('keydown', { key: 'Enter' });
  expect(chart.emitted('choose')).toEqual([['Dining'], ['Travel']]);
});

test('a slice that is visited has its figure in the middle', async () => {
  const chart = donut();
  await chart.get('path[data-category=Dining]').trigger('pointerover');
  expect(chart.find('.figure').text()).toBe('€30.00');
  expect(chart.find('.caption').text()).toBe('Dining · 30.0%');
});

test('with patterns the slices are named where they are', async () => {
  expect(donut().findAll('.label')).toHaveLength(0);
  toggle();
  const chart = donut();
  expect(chart.findAll('.label').map((label) => label.text())).toEqual(['Travel', 'Dining']);
  expect(chart.findAll('pattern')).toHaveLength(2);
});
