import { onScopeDispose, ref, type Ref, watch } from 'vue';

/** The width that an element has now, in pixels; 0 before it is laid out. */
export function useWidth(element: Ref<Element | null>): Ref<number> {
  const width = ref(0);
  const observer = new ResizeObserver(([entry]) => {
    if (entry) width.value = Math.floor(entry.contentRect.width);
  });
  watch(
    element,
    (now, before) => {
      if (before) observer.unobserve(before);
      if (now) {
        width.value = Math.floor(now.getBoundingClientRect().width);
        observer.observe(now);
      }
    },
    { immediate: true, flush: 'post' },
  );
  onScopeDispose(() => observer.disconnect());
  return width;
}
