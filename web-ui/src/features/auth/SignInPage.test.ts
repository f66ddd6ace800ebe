import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { session } from '../../api/session';
import { router } from '../../app/router';
import SignInPage from './SignInPage.vue';

const fetchMock = vi.fn<typeof fetch>();

beforeEach(async () => {
  vi.stubGlobal('fetch', fetchMock);
  session.end('expired');
  await router.push('/sign-in?next=/?categories=Travel');
});

afterEach(() => {
  vi.unstubAllGlobals();
  fetchMock.mockReset();
});

async function submit(username: string, password: string) {
  const page = mount(SignInPage, { global: { plugins: [router] }, attachTo: document.body });
  await page.get('#username').setValue(username);
  await page.get('#password').setValue(password);
  await page.get('form').trigger('submit');
  await flushPromises();
  return page;
}

test('says why the last session ended', () => {
  const page = mount(SignInPage, { global: { plugins: [router] } });
  expect(page.get('[data-testid=session-message]').text()).toContain('expired');
});

test('asks for what is missing before asking the server', async () => {
  const page = await submit('  ', 'secret');
  expect(fetchMock).not.toHaveBeenCalled();
  expect(page.get('#username').attributes('aria-invalid')).toBe('true');
  expect(document.activeElement?.id).toBe('username');
});

test('says that username and password do not match, and keeps the username', async () => {
  fetchMock.mockResolvedValue(new Response('{"type":"x","title":"Unauthorized","status":401}', { status: 401 }));
  const page = await submit('john', 'wrong');
  expect(page.get('[data-testid=sign-in-error]').text()).toContain('do not match');
  expect((page.get('#username').element as HTMLInputElement).value).toBe('john');
  expect(session.token.value).toBeNull();
});

test('says so when the server cannot be reached', async () => {
  fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
  expect((await submit('john', 'secret')).get('[data-testid=sign-in-error]').text()).toContain('could not be reached');
});

test('begins a session and returns to where one was', async () => {
  fetchMock.mockResolvedValue(new Response('{"access_token":"fresh","token_type":"bearer"}'));
  await submit(' john ', 'secret');
  expect(session.token.value).toBe('fresh');
  await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/?categories=Travel'));
  expect(fetchMock.mock.calls[0]?.[1]?.body).toBe('{"username":"john","password":"secret"}');
});
