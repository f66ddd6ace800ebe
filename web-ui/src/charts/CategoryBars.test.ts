import { mount } from '@vue/test-utils';
import { afterEach, expect, test } from 'vitest';
import { nextTick } from 'vue';
import CategoryBars from './CategoryBars.vue';
import { usePatterns } from './patterns';
import { attributes, money, shares } from './testData';

const { patterns, toggle } = usePatterns();

afterEach(() => {
  if (patterns.value) toggle();
});

function bars(more: { plain?: boolean } = {}) {
  return mount(CategoryBars, { props: { bars: shares, money, label: 'Spending', chosen: ['dining'], ...more }, attachTo: document.body });
}

test('each bar has its category, exact value and a name that says both', () => {
  const marks = bars().findAll('[data-category]');
  expect(attributes(marks, 'data-category')).toEqual(['Travel', 'Dining', 'Returns']);
  expect(attributes(marks, 'data-value')).toEqual(['75.10', '30.00', '-5.10']);
  expect(attributes(marks, 'aria-pressed')).toEqual(['false', 'true', 'false']);
  expect(marks[0]?.attributes('aria-label')).toBe('Travel: €75.10, 75.1%');
});

test('bars tell which was chosen, by a click or a key', async () => {
  const chart = bars();
  await chart.get('[data-category=Dining] .bar').trigger('click');
  chart.get<HTMLElement>('[data-category=Travel]').element.focus();
  await chart.get('[data-category=Travel]').trigger('keydown', { key: ' ' });
  expect(chart.emitted('choose')).toEqual([['Dining'], ['Travel']]);
});

test('what came back starts where the others end, to the left', () => {
  const [travel, , returns] = bars().findAll('.bar').map((bar) => ({ x: parseFloat(bar.attributes('x') ?? ''), width: parseFloat(bar.attributes('width') ?? '') }));
  expect(returns?.x).toBe(0);
  expect(travel?.x).toBeCloseTo(returns?.width ?? -1);
  expect((travel?.x ?? 0) + (travel?.width ?? 0)).toBeCloseTo(100);
});

test('with patterns each category has its own, but not what has no colours of its own', async () => {
  toggle();
  const chart = bars();
  await nextTick();
  const fills = chart.findAll<SVGElement>('.bar').map((bar) => bar.attributes('style'));
  expect(new Set(fills).size).toBe(3);
  expect(chart.findAll('pattern')).toHaveLength(3);
  expect(bars({ plain: true }).findAll('pattern')).toHaveLength(0);
});
