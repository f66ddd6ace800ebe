import { readonly, ref } from 'vue';

const storageKey = 'spend-tracker.patterns';

const patterns = ref(localStorage.getItem(storageKey) === 'on');

/** Whether charts tell categories apart by patterns too, for all charts alike; kept on this device. */
export function usePatterns() {
  return {
    patterns: readonly(patterns),
    toggle() {
      patterns.value = !patterns.value;
      localStorage.setItem(storageKey, patterns.value ? 'on' : 'off');
    },
  };
}

/** Lines over the colour, in a tile of eight by eight. The first is the colour alone. */
export const tiles = [
  '', 'M-1 1L1 -1M0 8L8 0M7 9L9 7', 'M2 2h.01M6 6h.01', 'M0 4H8', 'M-1 7L1 9M0 0L8 8M7 -1L9 1', 'M0 0L8 8M8 0L0 8', 'M4 0V8', 'M0 4H8M4 0V8',
  'M0 6L4 2L8 6', 'M2 2H6V6H2Z', 'M4 2V6M2 4H6', 'M2 0V8M6 0V8', 'M0 2H8M0 6H8',
] as const;

const known = new Map<string, number>();

/** The place of a category's pattern, the same in every chart: each new name gets the next. */
export function patternIndex(category: string): number {
  const name = category.toLowerCase();
  const index = known.get(name) ?? known.size;
  known.set(name, index);
  return index;
}

/** What fills a mark of the category: its pattern as PatternDefs draws it, or the colour that the style sheet knows. */
export function patternFill(id: string, category: string): string | undefined {
  return patterns.value ? `url(#${id}-${patternIndex(category)})` : undefined;
}
