import { computed, ref, type Ref, watch } from 'vue';

/**
 * Lets keyboard and pointer visit the marks of a chart. The chart is one stop of the Tab key;
 * arrow keys, Home and End go from mark to mark, Escape closes the tooltip.
 *
 * @param count how many marks there are
 * @param root holds the marks; each is found by its data-value, in the order of the document
 * @param choose what Enter, Space and a click do with a mark, by its index
 */
export function useMarks(count: Ref<number>, root: Ref<Element | null>, choose: (index: number) => void) {
  const current = ref(0);
  const active = ref<number | null>(null);

  watch(count, (now) => {
    current.value = Math.max(0, Math.min(current.value, now - 1));
    active.value = null;
  });

  function go(index: number) {
    if (count.value === 0) return;
    current.value = Math.max(0, Math.min(index, count.value - 1));
    active.value = current.value;
    root.value?.querySelectorAll<SVGElement>('[data-value]')[current.value]?.focus();
  }

  function onKeydown(event: KeyboardEvent) {
    const target = targetOf(event.key, current.value, count.value);
    if (target !== null) {
      event.preventDefault();
      go(target);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(current.value);
    } else if (event.key === 'Escape') {
      active.value = null;
    }
  }

  return {
    active: computed(() => active.value),
    onKeydown,
    show(index: number | null) {
      active.value = index;
    },
    focused(index: number) {
      current.value = index;
      active.value = index;
    },
    tabindex: (index: number) => (index === current.value ? 0 : -1),
  };
}

function targetOf(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return from + 1;
    case 'ArrowLeft':
    case 'ArrowUp':
      return from - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
