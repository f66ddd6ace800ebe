import { nextTick, onScopeDispose, readonly, type Ref, ref, type ShallowRef, shallowRef, watch } from 'vue';

/** Longer than that, and it would seem that nothing happens. */
const patienceMillis = 100;

/**
 * Keeps what is shown as it is from a change of the filters until all of its answers are there, so that it changes at
 * once and is drawn once; or for a tenth of a second where that takes longer.
 *
 * @param settled whether every answer to what the filters ask for is there
 * @returns `isHeld`, and `hold`, which follows a value except while that is so
 */
export function useHold(filters: Ref<unknown>, settled: Ref<boolean>) {
  const isHeld = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function release() {
    clearTimeout(timer);
    isHeld.value = false;
  }

  watch(
    filters,
    () => {
      isHeld.value = true;
      clearTimeout(timer);
      timer = setTimeout(release, patienceMillis);
    },
    { flush: 'sync' },
  );
  watch(
    [filters, settled],
    async () => {
      // The filters ask a moment after they have changed.
      await nextTick();
      if (settled.value) release();
    },
    { flush: 'post' },
  );
  onScopeDispose(() => clearTimeout(timer));

  function hold<T>(source: () => T): Readonly<ShallowRef<T>> {
    const held = shallowRef(source());
    watch([source, isHeld], () => {
      if (!isHeld.value) held.value = source();
    });
    return held;
  }

  return { isHeld: readonly(isHeld), hold };
}
