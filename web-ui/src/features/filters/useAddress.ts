import { type ShallowRef, shallowRef, watch } from 'vue';
import { type LocationQuery, type RouteLocationNormalized, type RouteLocationRaw, type Router, useRoute, useRouter } from 'vue-router';
import type { Address } from '../../domain/filters';

export interface ChangeOptions {
  /** Of something that changes with every key: it is no step to go back to. */
  replace?: boolean;
}

/** What a page is about: read from the address, changed by changing the address. */
export function useAddress<T extends object>(
  read: (query: LocationQuery) => T,
  write: (state: T) => Address,
): { state: Readonly<ShallowRef<T>>; change: (changes: Partial<T>, options?: ChangeOptions) => void } {
  const route = useRoute();
  const router = useRouter();
  const home = route.name;
  const state: ShallowRef<T> = shallowRef(read(route.query));

  // The address of the page that one leaves for says nothing about this one, which stays as it is until it is gone. An
  // address that says what is known already, as after each change made here, must not make the page anew.
  watch(
    () => route.query,
    (query) => {
      if (route.name !== home) return;
      const said = read(query);
      if (JSON.stringify(said) !== JSON.stringify(state.value)) state.value = said;
    },
  );

  return {
    state,
    change(changes, { replace = false } = {}) {
      // At once, not when the address has changed: a second change in between must not undo the first.
      state.value = { ...state.value, ...changes };
      void router.push({ ...chosen(router, write(state.value)), replace });
    },
  };
}

/** An address that the reader chooses on the page itself. The browser's history keeps that it was, over reload, back and forward. */
export function chosen(router: Router, query: Address): Exclude<RouteLocationRaw, string> {
  return { query, state: { chosen: router.resolve({ query }).fullPath } };
}

/** Whether an address was chosen on its page: nothing else may be shown instead of it. */
export function isChosen({ fullPath }: Pick<RouteLocationNormalized, 'fullPath'>): boolean {
  return (history.state as { chosen?: string } | null)?.chosen === fullPath;
}
