import { watch } from 'vue';
import { type RouteLocationNormalized, type RouteLocationRaw, useRoute, useRouter } from 'vue-router';
import { defaultView } from '../../api/defaultView';
import type { Address } from '../../domain/filters';
import { today } from '../../domain/periods';
import { addressOf } from '../../domain/views';
import { chosen, isChosen } from '../filters/useAddress';

type Place = Pick<RouteLocationNormalized, 'path' | 'fullPath'>;

/** A dashboard without its default view is better than none. */
const patienceMillis = 1_000;

/** Leads from the bare address of the dashboard to the default view, before anything of it is drawn. */
export async function openDefaultView(to: Place): Promise<RouteLocationRaw | true> {
  const query = await queryInsteadOf(to);
  return query ? { path: to.path, query } : true;
}

/** Does the same for whoever comes by a link while on the dashboard already; `show` leads to another view. */
export function useDefaultView() {
  const route = useRoute();
  const router = useRouter();
  const home = route.name;

  watch(
    () => route.fullPath,
    async (asked) => {
      if (route.name !== home) return;
      const query = await queryInsteadOf(route);
      if (query && route.fullPath === asked) await router.replace({ query });
    },
  );

  return { show: (query: Address) => void router.push(chosen(router, query)) };
}

/** Null where there is no default view, or where the reader has chosen to see all. */
async function queryInsteadOf(place: Place): Promise<Address | null> {
  if (place.fullPath !== place.path || isChosen(place)) return null;
  const view = await Promise.race([defaultView(), patience()]).catch(() => null);
  const query = view && addressOf(view.query, today());
  return query && Object.keys(query).length > 0 ? query : null;
}

function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), patienceMillis));
}
