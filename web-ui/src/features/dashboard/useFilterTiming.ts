import { type Ref, watch } from 'vue';
import { afterPaint } from '../../ui/afterPaint';

/**
 * Measures by the User Timing API how long each change of the filters takes until everything that shows them is painted
 * anew: an entry `filter` whose detail says how many milliseconds of it the API took.
 *
 * @param settled whether what is shown is what the filters ask for; false as soon as they change
 */
export function useFilterTiming(filters: Ref<unknown>, settled: Ref<boolean>): void {
  let start: number | null = null;

  watch(
    filters,
    () => {
      start = performance.now();
      performance.clearResourceTimings();
    },
    { flush: 'sync' },
  );

  watch(
    settled,
    (is) => {
      if (!is || start === null) return;
      const begun = start;
      start = null;
      afterPaint(() => performance.measure('filter', { start: begun, end: performance.now(), detail: { api: apiMillis() } }));
    },
    { flush: 'post' },
  );
}

/** From the first request since the last change to the last answer. */
function apiMillis(): number {
  const calls = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) => name.includes('/api/'));
  if (calls.length === 0) return 0;
  return Math.max(...calls.map(({ responseEnd }) => responseEnd)) - Math.min(...calls.map(({ startTime }) => startTime));
}
