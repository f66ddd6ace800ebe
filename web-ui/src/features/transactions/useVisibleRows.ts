import { onBeforeUnmount, onMounted, type Ref, type ShallowRef, shallowRef, watch } from 'vue';

/** Places in a list: from the first one to before the last one. */
export interface Places {
  first: number;
  end: number;
}

/** So many rows are there before they are seen, on either side of the window. */
const spare = 8;

/** Which of the rows of a list, all of one height, are in the window or next to it. */
export function useVisibleRows(list: Ref<HTMLElement | null>, count: Ref<number>, height: Ref<number>): ShallowRef<Places> {
  const places = shallowRef<Places>({ first: 0, end: 0 });
  const within = (place: number) => Math.max(0, Math.min(count.value, place));

  function look() {
    const top = list.value?.getBoundingClientRect().top ?? 0;
    const first = within(Math.floor(-top / height.value) - spare);
    const end = within(Math.max(0, Math.ceil((innerHeight - top) / height.value)) + spare);
    if (first !== places.value.first || end !== places.value.end) places.value = { first, end };
  }

  // What is above the list may grow or go.
  const observer = new ResizeObserver(look);
  watch([list, count, height], look, { immediate: true, flush: 'post' });
  onMounted(() => {
    observer.observe(document.body);
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
  });
  onBeforeUnmount(() => {
    observer.disconnect();
    removeEventListener('scroll', look);
    removeEventListener('resize', look);
  });
  return places;
}
