/** A slice of the donut that may be named beside it; the turns are parts of the circle from its top, clockwise. */
export interface Slice {
  category: string;
  from: number;
  to: number;
}

/** A slice's name, where it stands and the line that leads to it. */
export interface SliceLabel {
  category: string;
  lead: string;
  x: number;
  y: number;
  anchor: 'start' | 'end';
}

const lineHeight = 16;
const highest = 114;
const lettersBeside = 13;
/** Less than this part of the circle is named in the legend alone. */
const smallest = 0.025;

/** Names around the circle, on either side from top to bottom and never one over the other. */
export function sliceLabels(slices: readonly Slice[], radius: number): SliceLabel[] {
  const named = slices
    .filter(({ from, to }) => to - from >= smallest)
    .map(({ category, from, to }) => {
      const turn = (from + to) * Math.PI;
      return { category, sin: Math.sin(turn), cos: -Math.cos(turn) };
    });
  return [...beside(named.filter(({ sin }) => sin >= 0), 1, radius), ...beside(named.filter(({ sin }) => sin < 0), -1, radius)];
}

function beside(slices: { category: string; sin: number; cos: number }[], side: 1 | -1, radius: number): SliceLabel[] {
  const sorted = slices.sort((one, other) => one.cos - other.cos);
  const ys = apart(sorted.map(({ cos }) => cos * (radius + 8)));
  return sorted.map(({ category, sin, cos }, index) => {
    const y = ys[index] ?? 0;
    // Where the name has been moved up or down, it keeps clear of the ring all the same.
    const x = side * (Math.sqrt(Math.max(0, (radius + 10) ** 2 - y ** 2)) + 6);
    const lead = `M${(sin * (radius + 1)).toFixed(1)} ${(cos * (radius + 1)).toFixed(1)}L${(x - side * 3).toFixed(1)} ${y.toFixed(1)}`;
    return { category: shortened(category), lead, x, y, anchor: side > 0 ? 'start' : 'end' };
  });
}

/** The same heights, rising, at least a line apart and within the drawing. */
function apart(heights: readonly number[]): number[] {
  const down: number[] = [];
  for (const height of heights) down.push(Math.max(height, (down.at(-1) ?? -Infinity) + lineHeight));
  const up: number[] = [];
  for (const height of down.reverse()) up.unshift(Math.min(height, (up[0] ?? highest + lineHeight) - lineHeight));
  return up;
}

function shortened(name: string): string {
  return name.length <= lettersBeside + 1 ? name : `${name.slice(0, lettersBeside).trimEnd()}…`;
}
