import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { router } from '../app/router';
import ChartCard from './ChartCard.vue';
import type { TableRow } from './chartTypes';
import { usePatterns } from './patterns';
import { saveChart } from './saveChart';

vi.mock('./saveChart', () => ({ saveChart: vi.fn() }));

const { patterns, toggle } = usePatterns();

const props = {
  title: 'Spending', summary: '2 categories', error: null, emptyText: 'Choose others.', status: 'ready' as const,
  columns: ['Category', 'Amount'], rows: () => rowsTo('/transactions?categories=Travel', '/transactions?categories=Dining'),
};

function rowsTo(...links: (string | null)[]): TableRow[] {
  return [['Travel', '€75.10'], ['Dining', '€24.90']].map((cells, index) => ({ cells, link: links[index] ?? null }));
}

function card(more = {}) {
  return mount(ChartCard, {
    props: { ...props, ...more }, slots: { default: '<svg class="chart-slot" />' }, global: { plugins: [router] }, attachTo: document.body,
  });
}

afterEach(() => {
  vi.mocked(saveChart).mockReset();
  if (patterns.value) toggle();
});

describe('the card around a chart', () => {
  test('shows the same figures as a table', async () => {
    const chart = card();
    expect(chart.find('.chart-slot').exists()).toBe(true);
    await chart.get('[aria-pressed]').trigger('click');
    expect(chart.find('.chart-slot').exists()).toBe(false);
    expect(chart.findAll('tbody tr').map((row) => row.text())).toEqual(['Travel€75.10', 'Dining€24.90']);
    expect(chart.findAll('tbody a').map((link) => link.attributes('href'))).toEqual(['/transactions?categories=Travel', '/transactions?categories=Dining']);
    expect(chart.findAll('thead th').map((head) => head.text())).toEqual(['Category', 'Amount']);
  });

  test.each([[null, '/transactions'], [null, null]])('has rows that lead nowhere with %o', async (...links) => {
    const chart = card({ rows: () => rowsTo(...links) });
    await chart.get('[aria-pressed]').trigger('click');
    expect(chart.findAll('tbody th').map((head) => head.text())).toEqual(['Travel', 'Dining']);
    expect(chart.findAll('tbody a')).toHaveLength(links.filter(Boolean).length);
  });

  test('does not ask for its rows before they are wanted', async () => {
    const rows = vi.fn(() => rowsTo());
    const chart = card({ rows });
    expect(rows).not.toHaveBeenCalled();
    await chart.get('[aria-pressed]').trigger('click');
    expect(rows).toHaveBeenCalled();
  });

  test('has a name and a summary', () => {
    const chart = card();
    const described = (name: string) => document.getElementById(chart.attributes(name) ?? '')?.textContent;
    expect(described('aria-labelledby')).toBe('Spending');
    expect(described('aria-describedby')).toBe('2 categories');
  });

  test('offers to try again after an error', async () => {
    const chart = card({ status: 'error', error: new Error('x') });
    await chart.find('[role=alert] button').trigger('click');
    expect(chart.emitted('retry')).toHaveLength(1);
  });

  test('says what to do where there is nothing', () => {
    expect(card({ status: 'empty' }).text()).toContain('Choose others.');
  });
});

describe('the menu of a chart', () => {
  async function menu(more = {}) {
    const chart = card(more);
    const button = chart.get<HTMLElement>('[aria-haspopup=menu]');
    await button.trigger('click');
    await flushPromises();
    return { chart, button, items: chart.findAll<HTMLElement>('[role^=menuitem]') };
  }

  test('is walked by arrows, closed by Escape, and gives the focus back', async () => {
    const { chart, button, items } = await menu();
    expect(button.attributes('aria-expanded')).toBe('true');
    for (const [key, focused] of [['ArrowDown', 1], ['End', 2], ['ArrowDown', 0], ['ArrowUp', 2], ['Home', 0]] as const) {
      await chart.get('[role=menu]').trigger('keydown', { key });
      expect(document.activeElement).toBe(items[focused]?.element);
    }
    await chart.get('[role=menu]').trigger('keydown', { key: 'Escape' });
    expect(chart.find('[role=menu]').exists()).toBe(false);
    expect(document.activeElement).toBe(button.element);
  });

  test('opens at its end by the arrow upwards, and closes where something else is pressed', async () => {
    const chart = card();
    await chart.get('[aria-haspopup=menu]').trigger('keydown', { key: 'ArrowUp' });
    await flushPromises();
    expect(document.activeElement?.getAttribute('data-testid')).toBe('toggle-patterns');
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await flushPromises();
    expect(chart.find('[role=menu]').exists()).toBe(false);
  });

  test.each(['svg', 'png'] as const)('keeps the chart as %s', async (format) => {
    const { chart } = await menu();
    await chart.get(`[data-testid=save-${format}]`).trigger('click');
    await vi.waitFor(() => expect(saveChart).toHaveBeenCalledOnce());
    expect(vi.mocked(saveChart).mock.calls[0]).toEqual([chart.get('.body').element, { title: 'Spending', summary: '2 categories', format }]);
    expect(chart.find('[role=menu]').exists()).toBe(false);
  });

  test('says so where a picture could not be made', async () => {
    vi.mocked(saveChart).mockRejectedValueOnce(new Error('x'));
    const { chart } = await menu();
    await chart.get('[data-testid=save-png]').trigger('click');
    await vi.waitFor(() => expect(chart.find('[role=alert]').text()).toContain('could not be made'));
  });

  test('has no picture of what is not there', async () => {
    const { chart, items } = await menu({ status: 'loading' });
    expect(items[0]?.attributes('aria-disabled')).toBe('true');
    await items[0]?.trigger('click');
    await flushPromises();
    expect(chart.find('[role=menu]').exists()).toBe(true);
    expect(saveChart).not.toHaveBeenCalled();
  });

  test('turns patterns on for all charts, and remembers it', async () => {
    const { items } = await menu();
    await items[2]?.trigger('click');
    expect(items[2]?.attributes('aria-checked')).toBe('true');
    expect(localStorage.getItem('spend-tracker.patterns')).toBe('on');
  });
});
