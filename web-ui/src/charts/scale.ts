import { nice, ticks } from 'd3-array';

/** Places values along a stretch of pixels, from round value to round value with zero among them. */
export interface Scale {
  place: (value: number) => number;
  ticks: number[];
}

/** d3-scale does more than this and weighs ten times as much. */
export function scaleFromZero(values: readonly number[], start: number, end: number, tickCount?: number): Scale {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const top = lowest === highest ? 1 : highest;
  const [from, to] = tickCount === undefined ? [lowest, top] : nice(lowest, top, tickCount);
  return {
    place: (value) => start + ((value - from) / (to - from)) * (end - start),
    ticks: tickCount === undefined ? [] : ticks(from, to, tickCount),
  };
}
