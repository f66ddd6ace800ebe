import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nextTick } from 'vue';
import type { DaySpending } from '../domain/heat';
import { decimal } from '../domain/decimal';
import HeatMap from './HeatMap.vue';
import { attributes, money } from './testData';

const days: DaySpending[] = [
  { date: '2026-11-02', total: decimal('5.00'), count: 1 }, { date: '2026-11-03', total: decimal('50.00'), count: 2 }, { date: '2026-11-05', total: decimal('-8.00'), count: 1 },
];

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300));
});

afterEach(() => vi.unstubAllGlobals());

async function calendar(more: Partial<{ from: string; chosen: { from: string; to: string } }> = {}) {
  const chart = mount(HeatMap, {
    props: { days, from: '2026-11-02', to: '2026-11-23', firstWeekday: 1, currency: 'EUR', money, label: 'Calendar', chosen: null, ...more },
    attachTo: document.body,
  });
  await nextTick();
  const marks = chart.findAll<SVGElement>('[data-day]');
  return { chart, marks, plot: chart.get('svg[role=group]') };
}

describe('the calendar', () => {
  test('has a mark for each day, those without spending too', async () => {
    const { marks } = await calendar();
    expect(marks).toHaveLength(22);
    expect(attributes(marks, 'data-day').slice(0, 3)).toEqual(['2026-11-02', '2026-11-03', '2026-11-04']);
    expect(attributes(marks, 'data-value').slice(0, 4)).toEqual(['5.00', '50.00', '0', '-8.00']);
    expect(marks[1]?.attributes('aria-label')).toMatch(/Nov.*2026: €50.00, 2 transactions/);
  });

  test('has a year of marks, each a target of 24 pixels with its share of the gaps', async () => {
    const { marks } = await calendar({ from: '2025-11-24' });
    expect(marks).toHaveLength(365);
    const [monday, tuesday, , , , , , next] = marks.map((mark) => ({ x: Number(mark.attributes('x')), y: Number(mark.attributes('y')) }));
    expect((tuesday?.y ?? 0) - (monday?.y ?? 0)).toBe(24);
    expect((next?.x ?? 0) - (monday?.x ?? 0)).toBe(24);
  });

  test('tells strong days, days without spending and what came back apart', async () => {
    const { chart, marks } = await calendar();
    const shapeOf = (mark: (typeof marks)[number]) => {
      const start = `M${Number(mark.attributes('x')) + 5} ${mark.attributes('y')}h`;
      return chart.findAll('.plot path').find((path) => path.attributes('d')?.includes(start))?.classes();
    };
    expect(marks.slice(0, 4).map(shapeOf)).toEqual([['step1'], ['step5'], ['step0'], ['step-1']]);
    expect(chart.findAll('.plot .minus')).toHaveLength(1);
    expect(chart.get('.legend').text()).toBe('Noneto €5above €5Refunds');
  });

  test('tells which day was chosen', async () => {
    const { chart, marks } = await calendar({ chosen: { from: '2026-11-03', to: '2026-11-03' } });
    expect(attributes(marks, 'aria-pressed').slice(0, 3)).toEqual(['false', 'true', 'false']);
    expect(chart.findAll('.plot path:not(.faded, .minus)').map((path) => path.classes())).toEqual([['step5']]);
    await marks[2]?.trigger('click');
    expect(chart.emitted('choose')).toEqual([['2026-11-04']]);
  });

  test('is walked by days down and up, by weeks to the sides, from the newest on', async () => {
    const { chart, marks, plot } = await calendar();
    expect(marks.at(-1)?.attributes('tabindex')).toBe('0');
    marks.at(-1)?.element.focus();
    for (const [key, focused] of [
      ['ArrowRight', 21], ['ArrowLeft', 14], ['ArrowUp', 13], ['ArrowLeft', 6], ['ArrowLeft', 6], ['ArrowDown', 7], ['Home', 0], ['ArrowLeft', 0], ['End', 21],
    ] as const) {
      await plot.trigger('keydown', { key });
      expect(document.activeElement).toBe(marks[focused]?.element);
    }
    expect(chart.get('.tip').text()).toContain('€0');
    await plot.trigger('keydown', { key: 'Enter' });
    expect(chart.emitted('choose')).toEqual([['2026-11-23']]);
  });

  test('shows other days at once, and makes their marks a frame later', async () => {
    const frames: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
    const { chart, marks } = await calendar();
    await chart.setProps({ days: days.map((day) => ({ ...day, total: decimal('7.00') })) });
    expect(chart.get('.legend').text()).toBe('Noneto €6above €6');
    expect(marks[0]?.attributes('data-value')).toBe('5.00');
    while (frames.length > 0) frames.shift()?.();
    await nextTick();
    expect(marks[0]?.attributes('data-value')).toBe('7.00');
  });
});
