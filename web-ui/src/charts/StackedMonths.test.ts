import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nextTick } from 'vue';
import { decimal } from '../domain/decimal';
import type { MonthSpending } from '../domain/stack';
import { usePatterns } from './patterns';
import StackedMonths from './StackedMonths.vue';
import { attributes, money } from './testData';

function month(start: string, to: string, name: string, total: string, parts: Record<string, string>): MonthSpending {
  const listed = Object.entries(parts).map(([category, amount]) => ({ category, color: '#2e7d32', total: decimal(amount) }));
  return { month: start, from: start, to, name, total: decimal(total), parts: listed };
}

const months = [
  month('2026-09-01', '2026-09-30', 'September 2026', '35.00', { Travel: '30.00', Dining: '10.00', Returns: '-5.00' }),
  month('2026-10-01', '2026-10-31', 'October 2026', '0.00', {}),
  month('2026-11-01', '2026-11-23', 'November 2026', '60.00', { Dining: '40.00', Travel: '20.00' }),
];

const { patterns, toggle } = usePatterns();

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300));
});

afterEach(() => {
  if (patterns.value) toggle();
});

async function stacked() {
  const chart = mount(StackedMonths, { props: { months, currency: 'EUR', money, label: 'Months', chosen: ['travel'] }, attachTo: document.body });
  await nextTick();
  return { chart, marks: chart.findAll<SVGElement>('[data-value]'), plot: chart.get('svg[role=group]') };
}

describe('categories by month', () => {
  test('have a mark for each month and for each part of it, from the lowest up', async () => {
    const { marks } = await stacked();
    expect(marks.map((mark) => `${mark.attributes('data-month')} ${mark.attributes('data-category') ?? 'all'} ${mark.attributes('data-value')}`)).toEqual([
      '2026-09-01 all 35.00', '2026-09-01 Returns -5.00', '2026-09-01 Travel 30.00', '2026-09-01 Dining 10.00',
      '2026-10-01 all 0.00', '2026-11-01 all 60.00', '2026-11-01 Travel 20.00', '2026-11-01 Dining 40.00',
    ]);
    expect(marks[0]?.attributes('aria-label')).toBe('September 2026: €35.00, 3 categories');
    expect(marks[7]?.attributes('aria-label')).toBe('Dining, November 2026: €40.00, 66.7%');
    expect(attributes(marks, 'aria-pressed')).toEqual([undefined, 'false', 'true', 'false', undefined, undefined, 'true', 'false']);
  });

  test('stand upon each other, and what came back hangs below zero', async () => {
    const { marks } = await stacked();
    const [, returns, travel, dining] = marks.map((mark) => ({ y: Number(mark.attributes('y')), height: Number(mark.attributes('height')) }));
    expect((dining?.y ?? 0) + (dining?.height ?? 0)).toBeLessThan(travel?.y ?? 0);
    expect((travel?.y ?? 0) + (travel?.height ?? 0)).toBeLessThan(returns?.y ?? 0);
  });

  test('tell which part or month was chosen', async () => {
    const { chart, marks } = await stacked();
    await marks[7]?.trigger('click');
    await marks[4]?.trigger('click');
    expect(chart.emitted('choose')).toEqual([
      [{ from: '2026-11-01', to: '2026-11-23', category: 'Dining' }], [{ from: '2026-10-01', to: '2026-10-31', category: null }],
    ]);
  });

  test('are walked up and down within a month, and along a category to the sides', async () => {
    const { chart, marks, plot } = await stacked();
    marks[5]?.element.focus();
    for (const [key, focused] of [
      ['ArrowDown', 5], ['ArrowUp', 6], ['ArrowUp', 7], ['ArrowUp', 7], ['Home', 3], ['ArrowRight', 4], ['ArrowRight', 5], ['ArrowLeft', 4], ['End', 5], ['ArrowRight', 5],
    ] as const) {
      await plot.trigger('keydown', { key });
      expect(document.activeElement).toBe(marks[focused]?.element);
    }
    expect(chart.get('.tip').text()).toContain('November 2026');
  });

  test('are highlighted by the legend, and no more after a second click', async () => {
    const { chart, marks } = await stacked();
    expect(chart.findAll('.legend button').map((button) => button.text())).toEqual(['Travel', 'Dining', 'Returns']);
    const dining = chart.findAll('.legend button')[1];
    await dining?.trigger('click');
    expect(dining?.attributes('aria-pressed')).toBe('true');
    const outline = [marks[3], marks[7]].map((mark) => `M${mark?.attributes('x')} ${mark?.attributes('y')}h${mark?.attributes('width')}v${mark?.attributes('height')}`);
    expect(chart.get('.shape:not(.dimmed)').attributes('d')?.match(/M[^h]+h\d+v[\d.]+/g)).toEqual(outline);
    await dining?.trigger('click');
    expect(chart.findAll('.dimmed')).toHaveLength(0);
  });

  test('have patterns where they are wanted', async () => {
    const { chart } = await stacked();
    expect(chart.findAll('pattern')).toHaveLength(0);
    toggle();
    await nextTick();
    expect(chart.findAll('pattern')).toHaveLength(3);
    expect(chart.get('.shape').attributes('style')).toContain('url(');
  });
});
