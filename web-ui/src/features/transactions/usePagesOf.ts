import { onScopeDispose, type Ref, type ShallowRef, shallowRef, watch } from 'vue';
import { pageSize } from '../../api/transactions';
import type { Places } from './useVisibleRows';

/** Rows so near are asked for too: whoever scrolls finds them there. */
const near = 20;
const calmMillis = 80;

/**
 * The pages on which the rows of these places and their neighbours are. Where somebody jumps, as by dragging the scroll
 * bar, only those of the place where that ends. Another question begins with the first page.
 */
export function usePagesOf(places: Ref<Places>, count: Ref<number>, question: Ref<unknown>): ShallowRef<readonly number[]> {
  const pages = shallowRef<readonly number[]>([0]);
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(
    places,
    ({ first, end }) => {
      const from = Math.floor(Math.max(0, first - near) / pageSize);
      const to = Math.floor(Math.max(0, Math.min(count.value, end + near) - 1) / pageSize);
      const wanted = Array.from({ length: to - from + 1 }, (_, place) => from + place);
      clearTimeout(timer);
      if (wanted.join() === pages.value.join()) return;
      if (wanted.some((page) => pages.value.includes(page))) pages.value = wanted;
      else timer = setTimeout(() => (pages.value = wanted), calmMillis);
    },
    { immediate: true },
  );
  watch(question, () => (pages.value = [0]));
  onScopeDispose(() => clearTimeout(timer));
  return pages;
}
