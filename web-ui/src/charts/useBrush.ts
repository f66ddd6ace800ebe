import { computed, onScopeDispose, ref, type Ref } from 'vue';

/** A stretch of marks, by the indices of its first and last. */
export interface Stretch {
  first: number;
  last: number;
}

/** Less than this many pixels is a click by an unsteady hand. */
const slack = 6;

/**
 * Chooses a stretch of marks by dragging across them; Escape or a scroll that begins gives up. Keys choose one by
 * `extendTo`, from the mark that they began at.
 *
 * @param indexAt which mark lies nearest to the pointer; null if there is none
 * @param moved is told which mark the pointer is at, dragging or not
 * @param finish what to do with the stretch in the end
 */
export function useBrush(indexAt: (event: PointerEvent) => number | null, moved: (index: number | null) => void, finish: (stretch: Stretch) => void) {
  const ends: Ref<{ anchor: number; head: number; byKeys: boolean } | null> = ref(null);
  let pressed: { x: number; index: number } | null = null;
  let dragged = false;

  const stretch = computed<Stretch | null>(() => {
    if (!ends.value) return null;
    const { anchor, head } = ends.value;
    return { first: Math.min(anchor, head), last: Math.max(anchor, head) };
  });

  function pointerdown(event: PointerEvent) {
    const index = indexAt(event);
    cancel();
    dragged = false;
    if (event.isPrimary && event.button === 0 && index !== null) pressed = { x: event.clientX, index };
    moved(index);
  }

  function pointermove(event: PointerEvent) {
    const index = indexAt(event);
    // Whoever let go outside of the chart has not dragged.
    if (event.buttons === 0) pressed = null;
    if (pressed && index !== null && (dragged || Math.abs(event.clientX - pressed.x) > slack)) {
      if (!dragged) begin(event);
      ends.value = { anchor: pressed.index, head: index, byKeys: false };
    }
    moved(index);
  }

  function begin(event: PointerEvent) {
    dragged = true;
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
    // While a pointer drags, the focus may be anywhere.
    window.addEventListener('keydown', giveUp, true);
  }

  function giveUp(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    cancel();
  }

  function end() {
    const chosen = stretch.value;
    cancel();
    // A click follows the end of a drag at once; one that comes later is meant.
    setTimeout(() => (dragged = false));
    if (chosen) finish(chosen);
  }

  function cancel() {
    pressed = null;
    ends.value = null;
    window.removeEventListener('keydown', giveUp, true);
  }

  onScopeDispose(cancel);

  return {
    stretch,
    byKeys: computed(() => ends.value?.byKeys ?? false),
    extendTo(head: number, from: number) {
      ends.value = { anchor: ends.value?.anchor ?? from, head, byKeys: true };
    },
    end,
    cancel,
    /** Whether the click that follows a drag is only its end. */
    wasDragged: () => dragged,
    listeners: { pointerdown, pointermove, pointerup: () => pressed && end(), pointercancel: cancel },
  };
}
