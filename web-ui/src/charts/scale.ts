/** Places values along a stretch of pixels, from round value to round value with zero among them. */
export interface Scale {
  place: (value: number) => number;
  ticks: number[];
}

/** The ends are round if a number of ticks is wanted, but for a little below zero, and those of the values themselves otherwise. */
export function scaleFromZero(values: readonly number[], start: number, end: number, tickCount?: number): Scale {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const top = lowest === highest ? 1 : highest;
  const step = tickCount === undefined ? null : roundStep((top - lowest) / tickCount);
  // A little that came back needs no whole step of room.
  const from = step === null || -lowest < step / 2 ? lowest : Math.floor(lowest / step) * step;
  const to = step === null ? top : Math.ceil(top / step) * step;
  return {
    place: (value) => start + ((value - from) / (to - from)) * (end - start),
    ticks: step === null ? [] : multiplesOf(step, from, to),
  };
}

function multiplesOf(step: number, from: number, to: number): number[] {
  const first = Math.ceil(from / step - 0.001);
  return Array.from({ length: Math.round(to / step) - first + 1 }, (_, index) => (first + index) * step);
}

/** One, two or five of some power of ten, whichever is nearest in proportion. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const rest = step / power;
  return power * (rest < Math.SQRT2 ? 1 : rest < Math.sqrt(10) ? 2 : rest < Math.sqrt(50) ? 5 : 10);
}
