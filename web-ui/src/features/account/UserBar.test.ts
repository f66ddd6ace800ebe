import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { router } from '../../app/router';
import { useFullName } from '../../api/account';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import UserBar from './UserBar.vue';

const user = { id: 1, username: 'john', full_name: 'John Doe' };

beforeEach(() => {
  vi.stubGlobal('fetch', async (input: string) => Response.json(input === '/api/v1/users/me' ? user : []));
  sessionStorage.clear();
  session.begin();
});

enableAutoUnmount(afterEach);
afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

function bar() {
  const page = mount(UserBar, { global: { plugins: [router] } });
  return (testId: string) => page.get(`[data-testid="${testId}"]`);
}

/** Somebody who asks for the name, and what they have been told. */
function greeted() {
  const page = mount({ setup: () => ({ name: useFullName() }), template: '<p></p>' });
  return () => (page.vm as unknown as { name: string | undefined }).name;
}

test('the page that one is on is marked', async () => {
  await router.push('/import');
  const at = bar();
  expect(at('nav-import').attributes('aria-current')).toBe('page');
  expect(at('nav-dashboard').attributes('aria-current')).toBeUndefined();
});

test('signing out ends the session and forgets what was loaded', async () => {
  const name = greeted();
  await flushPromises();
  expect(name()).toBe('John Doe');
  await bar()('sign-out').trigger('click');
  expect(session.since.value).toBeNull();
  expect(queryClient.getQueryCache().getAll().every((query) => query.state.data === undefined)).toBe(true);
  await flushPromises();
  expect(sessionStorage.length + localStorage.length).toBe(0);
});

test('a tab that is loaded anew knows the name before the server has said it', async () => {
  greeted();
  await flushPromises();
  queryClient.clear();
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  expect(greeted()()).toBe('John Doe');
});

test('nobody is greeted by the name of whoever was signed in before', async () => {
  greeted();
  await flushPromises();
  sessionStorage.setItem('spend-tracker.full-name', `${new Date(0).toISOString()} Jane Doe`);
  queryClient.clear();
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  expect(greeted()()).toBeUndefined();
});

test('nobody waits for a name that is not to be had', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 404 }));
  const name = greeted();
  expect(name()).toBeUndefined();
  await flushPromises();
  expect(name()).toBe('');
});
