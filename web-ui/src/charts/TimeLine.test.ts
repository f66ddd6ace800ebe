import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { nextTick } from 'vue';
import { decimal } from '../domain/decimal';
import type { BeforePoint } from '../domain/series';
import TimeLine from './TimeLine.vue';
import { attributes, money, points } from './testData';

const before: BeforePoint[] = [
  { from: '2026-06-10', to: '2026-07-09', total: decimal('20.00'), name: '10 Jun – 9 Jul 2026' },
  { from: '2026-07-10', to: '2026-08-08', total: decimal('0.00'), name: '10 Jul – 8 Aug 2026' },
  { from: '2026-08-09', to: '2026-08-31', total: decimal('5.00'), name: '9 – 31 Aug 2026' },
];

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300));
});

async function line(more: Partial<{ before: BeforePoint[]; movingAverage: boolean }> = {}) {
  const chart = mount(TimeLine, {
    props: { points, granularity: 'month' as const, currency: 'EUR', money, label: 'Over time', ...more },
    attachTo: document.body,
  });
  await nextTick();
  const marks = chart.findAll<SVGElement>('[data-period]');
  return { chart, marks, plot: chart.get('svg[role=group]') };
}

describe('the line', () => {
  test('has a mark for each period, zeros too', async () => {
    const { marks } = await line();
    expect(attributes(marks, 'data-period')).toEqual(['2026-09-01', '2026-10-01', '2026-11-01']);
    expect(attributes(marks, 'data-value')).toEqual(['10.50', '0.00', '40.00']);
    expect(marks[2]?.attributes('aria-label')).toBe('1 – 23 Nov 2026: €40.00, 3 transactions, part of a period');
  });

  test('tells which period was chosen, by a click or a key', async () => {
    const { chart, marks, plot } = await line();
    marks[1]?.element.focus();
    await marks[1]?.trigger('keydown', { key: 'Enter' });
    await marks[0]?.trigger('click');
    await plot.trigger('click', { clientX: 590 });
    expect(chart.emitted('choose')).toEqual([[points[1]], [points[0]], [points[2]]]);
  });

  test('is one stop of the Tab key, and arrows walk along it', async () => {
    const { chart, marks, plot } = await line();
    expect(attributes(marks, 'tabindex')).toEqual(['0', '-1', '-1']);
    marks[0]?.element.focus();
    for (const [key, focused] of [['End', 2], ['ArrowLeft', 1], ['ArrowRight', 2], ['ArrowRight', 2], ['Home', 0]] as const) {
      await plot.trigger('keydown', { key });
      expect(document.activeElement).toBe(marks[focused]?.element);
    }
    expect(chart.find('.tip').text()).toContain('September 2026');
    await plot.trigger('keydown', { key: 'Escape' });
    expect(chart.find('.tip').exists()).toBe(false);
  });

  test('is empty without points', async () => {
    const chart = mount(TimeLine, { props: { points: [], granularity: 'month', currency: null, money, label: 'Over time' } });
    await nextTick();
    expect(chart.findAll('[data-period]')).toHaveLength(0);
    await chart.get('svg[role=group]').trigger('click', { clientX: 300 });
    expect(chart.emitted('choose')).toBeUndefined();
  });

  test('alone needs no legend', async () => {
    const { chart } = await line();
    expect(chart.find('.legend').exists()).toBe(false);
  });
});

describe('beside the line', () => {
  test('the days before are dashed, named and said with each mark', async () => {
    const { chart, marks } = await line({ before });
    expect(chart.find('.before').attributes('d')).toMatch(/^M/);
    expect(marks[0]?.attributes('aria-label')).toBe('September 2026: €10.50, 1 transaction, before, 10 Jun – 9 Jul 2026: €20.00');
    expect(chart.findAll('.legend li').map((item) => item.text())).toEqual([
      expect.stringMatching(/^1 Sep|^Sep 1/), expect.stringMatching(/^Before: /),
    ]);
  });

  test('more days before than there are points are left out', async () => {
    const { chart } = await line({ before: [...before, { ...before[0], total: decimal('9999.00') } as BeforePoint] });
    expect(chart.findAll('.tick').map((tick) => tick.text())).not.toContain('€10K');
  });

  test('the average is there on demand, where enough whole periods are', async () => {
    const { chart } = await line({ movingAverage: true });
    expect(chart.find('.average').exists()).toBe(false);
    const whole = points.map((point) => ({ ...point, partial: false }));
    await chart.setProps({ points: whole });
    expect(chart.find('.average').exists()).toBe(true);
    expect(chart.find('.legend').text()).toContain('Average of 3 months');
  });
});

describe('a stretch of periods', () => {
  const pointer = { pointerId: 1, isPrimary: true, button: 0 };

  async function drag(from: number, to: number) {
    const found = await line();
    found.plot.element.setPointerCapture = vi.fn();
    await found.plot.trigger('pointerdown', { ...pointer, buttons: 1, clientX: from });
    await found.plot.trigger('pointermove', { ...pointer, buttons: 1, clientX: to });
    return found;
  }

  test('is chosen by dragging across it, either way', async () => {
    const { chart, plot } = await drag(580, 70);
    expect(chart.find('.chosen').exists()).toBe(true);
    expect(chart.find('.tip').text()).toContain('3 months');
    await plot.trigger('pointerup', pointer);
    await plot.trigger('click', { clientX: 70 });
    expect(chart.emitted('brush')).toEqual([[{ from: '2026-09-01', to: '2026-11-23' }]]);
    expect(chart.emitted('choose')).toBeUndefined();
    expect(chart.find('.chosen').exists()).toBe(false);
  });

  test('is none where the hand only shook: that is a click', async () => {
    const { chart, plot } = await drag(70, 74);
    await plot.trigger('pointerup', pointer);
    await plot.trigger('click', { clientX: 74 });
    expect(chart.emitted('brush')).toBeUndefined();
    expect(chart.emitted('choose')).toEqual([[points[0]]]);
  });

  test('is given up by Escape, or where a scroll begins', async () => {
    const { chart, plot } = await drag(70, 580);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await nextTick();
    expect(chart.find('.chosen').exists()).toBe(false);
    await plot.trigger('pointerdown', { ...pointer, buttons: 1, clientX: 70 });
    await plot.trigger('pointermove', { ...pointer, buttons: 1, clientX: 580 });
    await plot.trigger('pointercancel', pointer);
    await plot.trigger('pointerup', pointer);
    expect(chart.emitted('brush')).toBeUndefined();
  });

  test('is no drag once the button was let go elsewhere', async () => {
    const { chart, plot } = await line();
    await plot.trigger('pointerdown', { ...pointer, buttons: 1, clientX: 70 });
    await plot.trigger('pointermove', { ...pointer, buttons: 0, clientX: 580 });
    expect(chart.find('.chosen').exists()).toBe(false);
  });

  test('is chosen by keys: Shift with arrows, then Enter', async () => {
    const { chart, marks, plot } = await line();
    marks[0]?.element.focus();
    await plot.trigger('keydown', { key: 'ArrowRight' });
    await plot.trigger('keydown', { key: 'ArrowRight', shiftKey: true });
    expect(chart.get('[role=status]').text()).toContain('2 months');
    expect(document.activeElement).toBe(marks[2]?.element);
    await plot.trigger('keydown', { key: 'Enter' });
    expect(chart.emitted('brush')).toEqual([[{ from: '2026-10-01', to: '2026-11-23' }]]);
    expect(chart.emitted('choose')).toBeUndefined();
  });

  test('begun by keys is given up by Escape, an arrow alone, or by leaving', async () => {
    const { chart, marks, plot } = await line();
    marks[0]?.element.focus();
    for (const giveUp of [
      () => plot.trigger('keydown', { key: 'Escape' }),
      () => plot.trigger('keydown', { key: 'ArrowLeft' }),
      () => marks[1]?.element.blur(),
    ]) {
      await plot.trigger('keydown', { key: 'ArrowRight', shiftKey: true });
      expect(chart.find('.chosen').exists()).toBe(true);
      await giveUp();
      await nextTick();
      expect(chart.find('.chosen').exists()).toBe(false);
      marks[0]?.element.focus();
    }
  });
});
