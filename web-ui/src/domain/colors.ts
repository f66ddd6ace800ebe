/** Colours for categories: as many hues as can be told apart, since themes choose the lightness themselves. */
export const palette = [
  '#d32f2f', '#ef6c00', '#f9a825', '#9e9d24', '#7cb342', '#2e7d32', '#00897b', '#00838f',
  '#0288d1', '#1565c0', '#3949ab', '#6a1b9a', '#ab47bc', '#c2185b', '#795548', '#546e7a',
] as const;

/** What can be chosen from: the palette, and first the present colour if it is none of it. */
export function choicesWith(color: string): string[] {
  return color === '' || palette.some((choice) => choice === color) ? [...palette] : [color, ...palette];
}
