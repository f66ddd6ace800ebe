import { readonly, ref, type Ref, watch } from 'vue';

/** Which mark a key goes to from another one, by index; null if the key is none that goes anywhere. */
export type TargetOf = (key: string, from: number, count: number) => number | null;

interface Walk {
  /** Where keys go, if the marks are not all in one row. */
  targetOf?: TargetOf;
  /** Whether the Tab key comes to the last mark first, as where that is the newest. */
  fromEnd?: boolean;
}

/**
 * Lets keyboard and pointer visit the marks of a chart. The chart is one stop of the Tab key;
 * arrow keys, Home and End go from mark to mark, Escape closes the tooltip.
 *
 * The listeners are for the element around the marks: a thousand marks need not have their own.
 *
 * @param count how many marks there are
 * @param root holds the marks; each is found by its data-value, in the order of the document
 * @param choose what Enter, Space and a click do with a mark, by its index
 */
export function useMarks(
  count: Ref<number>,
  root: Ref<Element | null>,
  choose: (index: number) => void,
  { targetOf = alongOneRow, fromEnd = false }: Walk = {},
) {
  const current = ref(fromEnd ? Math.max(0, count.value - 1) : 0);
  const active = ref<number | null>(null);

  watch(count, (now) => {
    current.value = Math.max(0, fromEnd ? now - 1 : Math.min(current.value, now - 1));
    active.value = null;
  });

  const marks = () => [...(root.value?.querySelectorAll<HTMLElement | SVGElement>('[data-value]') ?? [])];

  /** The mark that something happened to, by its index; null if it was none. */
  function markOf(event: Event): number | null {
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement | SVGElement>('[data-value]') : null;
    const index = mark ? marks().indexOf(mark) : -1;
    return index < 0 ? null : index;
  }

  function go(index: number) {
    if (count.value === 0) return;
    current.value = Math.max(0, Math.min(index, count.value - 1));
    active.value = current.value;
    marks()[current.value]?.focus();
  }

  function show(index: number | null) {
    active.value = index;
  }

  function keydown(event: KeyboardEvent) {
    const target = targetOf(event.key, current.value, count.value);
    if (target !== null) {
      event.preventDefault();
      go(target);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(current.value);
    } else if (event.key === 'Escape') {
      show(null);
    }
  }

  function focusin(event: FocusEvent) {
    const index = markOf(event);
    if (index === null) return;
    current.value = index;
    show(index);
  }

  function click(event: MouseEvent) {
    const index = markOf(event);
    if (index !== null) choose(index);
  }

  return {
    active: readonly(active),
    current: readonly(current),
    go,
    show,
    markOf,
    tabindex: (index: number) => (index === current.value ? 0 : -1),
    listeners: {
      keydown,
      focusin,
      focusout: () => show(null),
      pointerover: (event: PointerEvent) => show(markOf(event)),
      pointerleave: () => show(null),
      click,
    },
  };
}

/** Where keys go in a single row of marks. */
export function alongOneRow(key: string, from: number, count: number): number | null {
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
