import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { nextTick } from 'vue';
import type { CategoryShare } from '../domain/breakdown';
import { decimal, type Decimal } from '../domain/decimal';
import type { SeriesPoint } from '../domain/series';
import { router } from '../app/router';
import CategoryBars from './CategoryBars.vue';
import ChartCard from './ChartCard.vue';
import ShareDonut from './ShareDonut.vue';
import TimeLine from './TimeLine.vue';

const money = (value: Decimal) => `€${value}`;

const shares: CategoryShare[] = [
  { category: 'Travel', total: decimal('75.10'), share: 0.751, color: '#c2185b' },
  { category: 'Dining', total: decimal('30.00'), share: 0.3, color: '#2e7d32' },
  { category: 'Returns', total: decimal('-5.10'), share: -0.051, color: '#1565c0' },
];

const points: SeriesPoint[] = [
  { period: '2026-09-01', from: '2026-09-01', to: '2026-09-30', total: decimal('10.50'), count: 1, name: 'September 2026', partial: false },
  { period: '2026-10-01', from: '2026-10-01', to: '2026-10-31', total: decimal('0.00'), count: 0, name: 'October 2026', partial: false },
  { period: '2026-11-01', from: '2026-11-01', to: '2026-11-23', total: decimal('40.00'), count: 3, name: '1 – 23 Nov 2026', partial: true },
];

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300));
});

const attributes = (marks: { attributes: (name: string) => string | undefined }[], name: string) =>
  marks.map((mark) => mark.attributes(name));

describe('bars', () => {
  test('each has its category, exact value and a name that says both', async () => {
    const bars = mount(CategoryBars, { props: { bars: shares, money, label: 'Spending', chosen: [] } });
    await nextTick();
    const marks = bars.findAll('[data-category]');
    expect(attributes(marks, 'data-category')).toEqual(['Travel', 'Dining', 'Returns']);
    expect(attributes(marks, 'data-value')).toEqual(['75.10', '30.00', '-5.10']);
    expect(marks[0]?.attributes('aria-label')).toBe('Travel: €75.10, 75.1%');
  });

  test('tell which was chosen', async () => {
    const bars = mount(CategoryBars, { props: { bars: shares, money, label: 'Spending', chosen: [] } });
    await nextTick();
    await bars.get('[data-category=Dining]').trigger('click');
    await bars.get('[data-category=Travel]').trigger('focus');
    await bars.get('[data-category=Travel]').trigger('keydown', { key: ' ' });
    expect(bars.emitted('choose')).toEqual([['Dining'], ['Travel']]);
  });

  test('below zero they start where the others end', async () => {
    const bars = mount(CategoryBars, { props: { bars: shares, money, label: 'Spending', chosen: [] } });
    await nextTick();
    const [travel, , returns] = bars.findAll('.bar').map((bar) => ({ x: Number(bar.attributes('x')), width: Number(bar.attributes('width')) }));
    expect(returns?.x).toBe(0);
    expect(travel?.x).toBeCloseTo(returns?.width ?? -1);
    expect((travel?.x ?? 0) + (travel?.width ?? 0)).toBeCloseTo(600);
  });
});

describe('the donut', () => {
  test('has the total in the middle and a slice for each category that was spent in', () => {
    const donut = mount(ShareDonut, { props: { slices: shares, total: '€100.00', money, label: 'Proportions', chosen: ['travel'] } });
    expect(attributes(donut.findAll('path[data-category]'), 'data-category')).toEqual(['Travel', 'Dining']);
    expect(donut.find('.figure').text()).toBe('€100.00');
    expect(donut.find('.note').exists()).toBe(true);
  });

  test('tells which slice was chosen, by a click or a key, and shows what is', async () => {
    const donut = mount(ShareDonut, { props: { slices: shares, total: '€100.00', money, label: 'Proportions', chosen: ['travel'] } });
    const [travel, dining] = donut.findAll('path[data-category]');
    expect(travel?.attributes('aria-pressed')).toBe('true');
    expect(dining?.attributes('aria-pressed')).toBe('false');
    await dining?.trigger('click');
    await travel?.trigger('focus');
    await travel?.trigger('keydown', { key: 'Enter' });
    expect(donut.emitted('choose')).toEqual([['Dining'], ['Travel']]);
  });
});

describe('the line', () => {
  function line() {
    return mount(TimeLine, {
      props: { points, granularity: 'month' as const, currency: 'EUR', money, label: 'Over time' },
      attachTo: document.body,
    });
  }

  test('has a mark for each period, zeros too', async () => {
    const chart = line();
    await nextTick();
    const marks = chart.findAll('[data-period]');
    expect(attributes(marks, 'data-period')).toEqual(['2026-09-01', '2026-10-01', '2026-11-01']);
    expect(attributes(marks, 'data-value')).toEqual(['10.50', '0.00', '40.00']);
    expect(marks[2]?.attributes('aria-label')).toBe('1 – 23 Nov 2026: €40.00, 3 transactions, part of a period');
  });

  test('tells which period was chosen', async () => {
    const chart = line();
    await nextTick();
    await chart.findAll('[data-period]')[1]?.trigger('focus');
    await chart.findAll('[data-period]')[1]?.trigger('keydown', { key: 'Enter' });
    expect(chart.emitted('choose')).toEqual([[points[1]]]);
  });

  test('is one stop of the Tab key, and arrows walk along it', async () => {
    const chart = line();
    await nextTick();
    const marks = chart.findAll('[data-period]');
    expect(attributes(marks, 'tabindex')).toEqual(['0', '-1', '-1']);
    (marks[0]?.element as SVGElement).focus();
    for (const [key, focused] of [['End', 2], ['ArrowLeft', 1], ['ArrowRight', 2], ['ArrowRight', 2], ['Home', 0]] as const) {
      await chart.find('svg').trigger('keydown', { key });
      expect(document.activeElement).toBe(marks[focused]?.element);
    }
    expect(chart.find('.tip').text()).toContain('September 2026');
    await chart.find('svg').trigger('keydown', { key: 'Escape' });
    expect(chart.find('.tip').exists()).toBe(false);
  });

  test('is empty without points', async () => {
    const chart = mount(TimeLine, { props: { points: [], granularity: 'month', currency: null, money, label: 'Over time' } });
    await nextTick();
    expect(chart.findAll('[data-period]')).toHaveLength(0);
  });
});

describe('the card around a chart', () => {
  const props = {
    title: 'Spending', summary: '2 categories', error: null, emptyText: 'Choose others.',
    columns: ['Category', 'Amount'], rows: [['Travel', '€75.10'], ['Dining', '€24.90']], links: ['/transactions?categories=Travel', '/transactions?categories=Dining'],
  };

  test('shows the same figures as a table', async () => {
    const card = mount(ChartCard, { props: { ...props, status: 'ready' }, slots: { default: '<svg class="chart-slot" />' }, global: { plugins: [router] } });
    expect(card.find('.chart-slot').exists()).toBe(true);
    await card.find('button').trigger('click');
    expect(card.find('.chart-slot').exists()).toBe(false);
    expect(card.findAll('tbody tr').map((row) => row.text())).toEqual(['Travel€75.10', 'Dining€24.90']);
    expect(card.findAll('tbody a').map((link) => link.attributes('href'))).toEqual(props.links);
    expect(card.findAll('thead th').map((head) => head.text())).toEqual(['Category', 'Amount']);
  });

  test('has a name and a summary', () => {
    const card = mount(ChartCard, { props: { ...props, status: 'ready' }, attachTo: document.body });
    const described = (name: string) => document.getElementById(card.attributes(name) ?? '')?.textContent;
    expect(described('aria-labelledby')).toBe('Spending');
    expect(described('aria-describedby')).toBe('2 categories');
  });

  test('offers to try again after an error', async () => {
    const card = mount(ChartCard, { props: { ...props, status: 'error', error: new Error('x') } });
    await card.find('[role=alert] button').trigger('click');
    expect(card.emitted('retry')).toHaveLength(1);
  });

  test('says what to do where there is nothing', () => {
    expect(mount(ChartCard, { props: { ...props, status: 'empty' } }).text()).toContain('Choose others.');
  });
});
