import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter, createWebHistory, RouterView } from 'vue-router';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import { useAddress } from '../filters/useAddress';
import { openDefaultView, useDefaultView } from './defaultView';

const view = { id: 1, name: 'Food', query: 'categories=Groceries', is_default: true };

let answer: () => Response | Promise<Response>;
let asked: number;

beforeEach(() => {
  asked = 0;
  answer = () => Response.json([{ ...view, id: 2, name: 'Other', query: 'categories=Other', is_default: false }, view]);
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    return answer();
  });
  history.replaceState(null, '', '/elsewhere');
  session.begin();
});

enableAutoUnmount(afterEach);
afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A dashboard, and another page; every address that the dashboard was drawn with is written down. */
async function site() {
  const drawn: string[] = [];
  let page: ReturnType<typeof useAddress<{ categories: string }>> & ReturnType<typeof useDefaultView>;
  const Dashboard = defineComponent(() => {
    page = {
      ...useDefaultView(),
      ...useAddress(({ categories }) => ({ categories: String(categories ?? '') }), ({ categories }) => (categories ? { categories } : {})),
    };
    return () => (drawn.push(page.state.value.categories), h('p', page.state.value.categories));
  });
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', name: 'dashboard', component: Dashboard, beforeEnter: openDefaultView },
      { path: '/elsewhere', name: 'elsewhere', component: defineComponent(() => () => h('p')) },
    ],
  });
  await router.push('/elsewhere');
  mount(defineComponent(() => () => h(RouterView)), { global: { plugins: [router] } });
  return {
    router,
    drawn,
    page: () => page,
    address: () => router.currentRoute.value.fullPath,
    async go(to: string) {
      await router.push(to);
      await flushPromises();
    },
  };
}

test('the bare address opens the default view, and nothing else is drawn before', async () => {
  const { go, address, drawn } = await site();
  await go('/');
  expect(address()).toBe('/?categories=Groceries');
  expect(drawn).toEqual(['Groceries']);
});

test('an address that says something is left alone', async () => {
  const { go, address } = await site();
  await go('/?categories=Travel');
  expect(address()).toBe('/?categories=Travel');
  expect(asked).toBe(0);
});

test('without a default view, and with one that filters nothing, all is shown', async () => {
  answer = () => Response.json([{ ...view, is_default: false }]);
  const { go, address } = await site();
  await go('/');
  expect(address()).toBe('/');
  queryClient.clear();
  answer = () => Response.json([{ ...view, query: '' }]);
  await go('/elsewhere');
  await go('/');
  expect(address()).toBe('/');
});

test('what filters are cleared by stays clear, over back, forward and reload', async () => {
  const { go, address, page, router } = await site();
  await go('/');
  page().change({ categories: '' });
  await flushPromises();
  expect(address()).toBe('/');
  await go('/elsewhere');
  router.back();
  await vi.waitFor(() => expect(address()).toBe('/'));
  await flushPromises();
  expect(address()).toBe('/');
  expect(await openDefaultView(router.resolve('/'))).toBe(true);
});

test('a view without filters can be shown', async () => {
  const { go, address, page } = await site();
  await go('/');
  page().show({});
  await flushPromises();
  expect(address()).toBe('/');
  page().show({ categories: 'Travel' });
  await flushPromises();
  expect(address()).toBe('/?categories=Travel');
});

test('the link to the dashboard leads to the default view from the dashboard, too, and is one step back', async () => {
  const { go, address, router } = await site();
  await go('/?categories=Travel');
  await go('/');
  expect(address()).toBe('/?categories=Groceries');
  router.back();
  await vi.waitFor(() => expect(address()).toBe('/?categories=Travel'));
});

test('what is known is not waited for', async () => {
  const { go, address } = await site();
  await go('/');
  await go('/elsewhere');
  answer = () => new Promise<Response>(() => undefined);
  await go('/');
  expect(address()).toBe('/?categories=Groceries');
});

test('a dashboard is shown even if the views can’t be had', async () => {
  answer = () => new Response('', { status: 400 });
  const { go, address } = await site();
  await go('/');
  expect(address()).toBe('/');
});

test('nobody waits long for views', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  answer = () => new Promise<Response>(() => undefined);
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }] });
  const opened = openDefaultView(router.resolve('/'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await opened).toBe(true);
});
