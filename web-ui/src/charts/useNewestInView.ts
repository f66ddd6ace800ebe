import { ref, type Ref, watch } from 'vue';

/**
 * Shows the right end of what scrolls sideways, where the newest is, whenever there is something else to be seen.
 *
 * @param scroller what scrolls
 * @param content changes with what is in it
 * @returns how far it has been scrolled, in pixels
 */
export function useNewestInView(scroller: Ref<HTMLElement | null>, content: () => unknown) {
  const scrolled = ref(0);

  function note() {
    scrolled.value = scroller.value?.scrollLeft ?? 0;
  }

  watch(
    [scroller, content],
    () => {
      if (!scroller.value) return;
      scroller.value.scrollLeft = scroller.value.scrollWidth;
      note();
    },
    { immediate: true, flush: 'post' },
  );
  return { scrolled, note };
}
