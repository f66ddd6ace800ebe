import { expect, test } from 'vitest';
import { decimal } from './decimal';
import { axisTicks, seriesPoints, type SeriesPoint } from './series';

test('points are named by their period, or by their days where it is cut', () => {
  const points = seriesPoints(
    {
      granularity: 'month',
      currency: 'EUR',
      points: [
        { period_start: '2026-10-01', start_date: '2026-10-01', end_date: '2026-10-31', total: decimal('10.50'), transaction_count: 2 },
        { period_start: '2026-11-01', start_date: '2026-11-01', end_date: '2026-11-23', total: decimal('0.00'), transaction_count: 0 },
      ],
    },
    'en-GB',
  );
  expect(points.map(({ name, total, partial }) => [name, total, partial])).toEqual([
    ['October 2026', '10.50', false],
    [points[1]?.name, '0.00', true],
  ]);
  expect(points[1]?.name).toMatch(/^1\s?.\s?23 Nov(ember)? 2026$/);
});

function months(count: number): SeriesPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    period: new Date(Date.UTC(2025, index, 1)).toISOString().slice(0, 10),
    from: '',
    to: '',
    total: decimal('1.00'),
    count: 1,
    name: '',
    partial: false,
  }));
}

function labels(count: number, room: number): string[] {
  return axisTicks(months(count), 'month', room, 'en-GB').map(({ label }) => label);
}

test('ticks fit the room, and the newest point always has one', () => {
  expect(labels(3, 10)).toEqual(['Jan 2025', 'Feb', 'Mar']);
  expect(labels(12, 4)).toEqual(['Mar 2025', 'Jun', 'Sept', 'Dec']);
  expect(labels(0, 8)).toEqual([]);
  expect(labels(5, 0)).toEqual(['May 2025']);
});

test('a tick names the year where it differs from the tick before', () => {
  expect(labels(24, 8)).toEqual(['Mar 2025', 'Jun', 'Sept', 'Dec', 'Mar 2026', 'Jun', 'Sept', 'Dec']);
});
