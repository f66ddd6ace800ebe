import { computed, shallowRef } from 'vue';
import type { Transaction } from '../../api/transactions';

/** The transactions that are to be changed alike, as they were when they were chosen. */
export function useSelection() {
  const selection = shallowRef<ReadonlyMap<number, Transaction>>(new Map());

  function set(rows: readonly Transaction[], isSelected: boolean) {
    const next = new Map(selection.value);
    for (const row of rows) {
      if (isSelected) next.set(row.id, row);
      else next.delete(row.id);
    }
    selection.value = next;
  }

  return {
    selection,
    set,
    count: computed(() => selection.value.size),
    clear: () => (selection.value = new Map()),
  };
}
