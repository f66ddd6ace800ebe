import { onScopeDispose, ref, type Ref, watch } from 'vue';

const measures = new Set<() => void>();

/** The width that an element has now, in pixels; 0 before it is laid out. */
export function useWidth(element: Ref<Element | null>): Ref<number> {
  const width = ref(0);
  const observer = new ResizeObserver(([entry]) => {
    if (entry) width.value = Math.floor(entry.contentRect.width);
  });
  const measure = () => {
    if (element.value) width.value = Math.floor(element.value.getBoundingClientRect().width);
  };
  watch(
    element,
    (now, before) => {
      if (before) observer.unobserve(before);
      if (now) {
        measure();
        observer.observe(now);
      }
    },
    { immediate: true, flush: 'post' },
  );
  measures.add(measure);
  onScopeDispose(() => {
    observer.disconnect();
    measures.delete(measure);
  });
  return width;
}

/** Measures all anew, at once: observers tell too late when the page is laid out for paper. */
export function measureWidths(): void {
  for (const measure of measures) measure();
}
