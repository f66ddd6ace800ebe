import { computed, nextTick, onBeforeUnmount, ref, type ShallowRef, watch } from 'vue';

type Place = Readonly<ShallowRef<HTMLElement | null>>;

const typingPauseMillis = 600;
const marginPixels = 16;

/**
 * A menu that a button opens, as the ARIA practices describe it: walked by arrows, Home, End and first letters; closed by
 * Esc, Tab, a choice, or a click elsewhere. `popup` holds the menu, whose items are found by their roles.
 */
export function useMenu(button: Place, popup: Place) {
  const isOpen = ref(false);
  const shift = ref(0);
  let typed = '';
  let typing: ReturnType<typeof setTimeout> | undefined;

  const items = () => [...(popup.value?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  async function open(which: 'first' | 'last' = 'first') {
    isOpen.value = true;
    await nextTick();
    stayInside();
    items().at(which === 'first' ? 0 : -1)?.focus();
  }

  function close({ returnsFocus = true } = {}) {
    if (!isOpen.value) return;
    isOpen.value = false;
    if (returnsFocus) button.value?.focus();
  }

  /** Aligns the menu with the side of its button that is nearer to the window's, and never lets it stick out. */
  function stayInside() {
    shift.value = 0;
    const box = popup.value?.getBoundingClientRect();
    const opener = button.value?.getBoundingClientRect();
    if (!box || !opener) return;
    const width = document.documentElement.clientWidth;
    const wanted = opener.left + opener.right > width ? opener.right - box.right : 0;
    shift.value = Math.max(marginPixels - box.left, Math.min(wanted, width - marginPixels - box.right));
  }

  function onButtonKeydown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void open(event.key === 'ArrowDown' ? 'first' : 'last');
  }

  function onMenuKeydown(event: KeyboardEvent) {
    if (event.key === 'Tab') return close();
    const all = items();
    const place = all.indexOf(document.activeElement as HTMLElement);
    const target = targets[event.key]?.(all, place) ?? (isLetter(event) ? startingWith(all, place, event.key) : undefined);
    if (event.key === 'Escape') close();
    if (target === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    target?.focus();
  }

  /** Letters that follow each other quickly are the beginning of one word. */
  function startingWith(all: readonly HTMLElement[], place: number, letter: string): HTMLElement | undefined {
    clearTimeout(typing);
    typing = setTimeout(() => (typed = ''), typingPauseMillis);
    typed += letter.toLowerCase();
    const from = typed.length > 1 ? place : place + 1;
    const ordered = [...all.slice(from), ...all.slice(0, from)];
    return ordered.find((item) => item.textContent?.trim().toLowerCase().startsWith(typed)) ?? all[place];
  }

  function onPointerdown({ target }: Event) {
    const isInside = [button, popup].some(({ value }) => value?.contains(target as Node));
    if (!isInside) close({ returnsFocus: false });
  }

  watch(isOpen, (opened) => (opened ? addEventListener('pointerdown', onPointerdown) : removeEventListener('pointerdown', onPointerdown)));
  onBeforeUnmount(() => {
    removeEventListener('pointerdown', onPointerdown);
    clearTimeout(typing);
  });

  return {
    isOpen,
    open,
    close,
    toggle: () => (isOpen.value ? close() : void open()),
    /** To be bound: where the menu stands. */
    placement: computed(() => (shift.value === 0 ? {} : { translate: `${shift.value}px` })),
    onButtonKeydown,
    onMenuKeydown,
  };
}

const targets: Record<string, (items: readonly HTMLElement[], place: number) => HTMLElement | undefined> = {
  ArrowDown: (items, place) => items[(place + 1) % items.length],
  ArrowUp: (items, place) => items.at(place <= 0 ? -1 : place - 1),
  Home: (items) => items.at(0),
  End: (items) => items.at(-1),
};

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}
