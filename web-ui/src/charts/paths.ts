/** A place in the plot, in pixels. */
export interface Place {
  x: number;
  y: number;
}

// A tenth of a pixel is finer than any screen and makes paths half as long.
const round = (value: number) => Math.round(value * 10) / 10;
const at = (x: number, y: number) => `${round(x)} ${round(y)}`;

/** Beyond this, places are so near to each other that nobody sees how they are joined. */
const mostCurved = 300;

/** A line through places from left to right, in pieces where one is missing; curved, but never beyond its neighbours. */
export function linePath(places: readonly (Place | null)[]): string {
  const draw = places.length > mostCurved ? straight : curved;
  return pieces(places).map(draw).join('');
}

/** What lies between a line and the height of zero. */
export function areaPath(places: readonly Place[], zero: number): string {
  const first = places[0];
  const last = places.at(-1);
  return first && last ? `${linePath(places)}L${at(last.x, zero)}L${at(first.x, zero)}Z` : '';
}

function pieces(places: readonly (Place | null)[]): Place[][] {
  const found: Place[][] = [];
  let piece: Place[] | null = null;
  for (const place of places) {
    if (place === null) {
      piece = null;
    } else if (piece === null) {
      found.push((piece = [place]));
    } else {
      piece.push(place);
    }
  }
  return found;
}

// With its end repeated, a line of one place is the dot that its round caps make.
function straight(places: readonly Place[]): string {
  const [first, ...rest] = places;
  return first ? `M${at(first.x, first.y)}${(rest.length > 0 ? rest : [first]).map(({ x, y }) => `L${at(x, y)}`).join('')}` : '';
}

/** Cubic pieces whose slopes keep rising what rises and falling what falls (Steffen 1990). */
function curved(places: readonly Place[]): string {
  if (places.length < 3) return straight(places);
  const rises = places.slice(1).map((place, index) => riseBetween(places[index] ?? place, place));
  const slopes = places.map((_, index) => slopeAt(index, rises));
  return places
    .map((place, index) => {
      const before = places[index - 1];
      if (!before) return `M${at(place.x, place.y)}`;
      const third = (place.x - before.x) / 3;
      const leaving = at(before.x + third, before.y + third * (slopes[index - 1] ?? 0));
      return `C${leaving} ${at(place.x - third, place.y - third * (slopes[index] ?? 0))} ${at(place.x, place.y)}`;
    })
    .join('');
}

interface Rise {
  width: number;
  slope: number;
}

function riseBetween(one: Place, other: Place): Rise {
  const width = other.x - one.x;
  return { width, slope: (other.y - one.y) / width };
}

function slopeAt(index: number, rises: readonly Rise[]): number {
  const before = rises[index - 1];
  const after = rises[index];
  if (before && after) return slopeBetween(before, after);
  const only = before ?? after;
  const next = before ? rises[index - 2] : rises[1];
  if (!only || !next) return only?.slope ?? 0;
  return (3 * only.slope - (before ? slopeBetween(next, only) : slopeBetween(only, next))) / 2;
}

function slopeBetween(before: Rise, after: Rise): number {
  const mean = (before.slope * after.width + after.slope * before.width) / (before.width + after.width);
  const least = Math.min(Math.abs(before.slope), Math.abs(after.slope), Math.abs(mean) / 2);
  return (Math.sign(before.slope) + Math.sign(after.slope)) * least;
}

/** How a ring is cut into slices, in pixels. */
export interface Ring {
  inner: number;
  outer: number;
  gap: number;
  corner: number;
}

const whole = 2 * Math.PI;

/** A slice of a ring around the origin with round corners; the turns are parts of the circle from its top, clockwise. */
export function slicePath(from: number, to: number, { inner, outer, gap, corner }: Ring): string {
  if (to - from > 0.9999) return circle(outer, 1) + circle(inner, 0);
  const angle = (to - from) * whole;
  const half = Math.min(gap / 2, (angle * inner) / 4);
  const round = Math.min(corner, (angle * inner - 2 * half) / 3);
  const place = (radius: number, turn: number) => at(radius * Math.sin(turn), -radius * Math.cos(turn));
  // The gap's sides are parallel: the same pixels are more of the circle inside than outside.
  const [start, end] = [from * whole, to * whole];
  const [startOut, endOut] = [start + half / outer, end - half / outer];
  const [startIn, endIn] = [start + half / inner, end - half / inner];
  const large = angle > Math.PI ? 1 : 0;
  return [
    `M${place(inner + round, startIn)}L${place(outer - round, startOut)}`,
    `Q${place(outer, startOut)} ${place(outer, startOut + round / outer)}`,
    `A${outer} ${outer} 0 ${large} 1 ${place(outer, endOut - round / outer)}`,
    `Q${place(outer, endOut)} ${place(outer - round, endOut)}L${place(inner + round, endIn)}`,
    `Q${place(inner, endIn)} ${place(inner, endIn - round / inner)}`,
    `A${inner} ${inner} 0 ${large} 0 ${place(inner, startIn + round / inner)}`,
    `Q${place(inner, startIn)} ${place(inner + round, startIn)}Z`,
  ].join('');
}

function circle(radius: number, direction: 0 | 1): string {
  const arc = `A${radius} ${radius} 0 1 ${direction}`;
  return `M0 ${-radius}${arc} 0 ${radius}${arc} 0 ${-radius}Z`;
}
