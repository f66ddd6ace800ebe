import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import { router } from '../../app/router';
import SignUpPage from './SignUpPage.vue';

const fetchMock = vi.fn<typeof fetch>();
let answers: Record<string, Response>;

beforeEach(async () => {
  answers = {
    '/api/v1/users/rules': Response.json({ sign_up_enabled: true, min_password_length: 15, max_password_length: 128 }),
    '/api/v1/users': Response.json({ id: 1 }, { status: 201 }),
    '/api/v1/session': new Response(null, { status: 204 }),
  };
  fetchMock.mockImplementation((address) => Promise.resolve(answers[String(address)] ?? new Response('', { status: 404 })));
  vi.stubGlobal('fetch', fetchMock);
  session.end('signed-out');
  queryClient.clear();
  await router.push('/sign-up');
});

afterEach(() => {
  vi.unstubAllGlobals();
  fetchMock.mockReset();
});

async function open() {
  const page = mount(SignUpPage, { global: { plugins: [router] }, attachTo: document.body });
  await flushPromises();
  return page;
}

async function submit() {
  const page = await open();
  await page.get('#full_name').setValue('Alex Example');
  await page.get('#username').setValue(' alex@example.com ');
  await page.get('#password').setValue('seven quiet rivers');
  await page.get('form').trigger('submit');
  await flushPromises();
  return page;
}

test('opens the account, signs in and goes to the dashboard', async () => {
  await submit();
  expect(session.since.value).not.toBeNull();
  const sent = fetchMock.mock.calls.find(([address]) => address === '/api/v1/users')?.[1]?.body;
  expect(sent).toBe('{"username":"alex@example.com","full_name":"Alex Example","password":"seven quiet rivers"}');
  await vi.waitFor(() => expect(router.currentRoute.value.name).toBe('dashboard'), { timeout: 4_500 });
});

test('counts down to a password that is long enough', async () => {
  const page = await open();
  expect(page.get('#password-hint').text()).toContain('At least 15');
  await page.get('#password').setValue('seven quiet ri');
  expect(page.get('#password-hint').text()).toBe('1 more character.');
  await page.get('#password').setValue('seven quiet rivers');
  expect(page.get('#password-hint').text()).toBe('Strong.');
});

test('says at the field what is wrong with it, and goes there', async () => {
  answers['/api/v1/users'] = Response.json(
    { title: 'x', status: 400, detail: 'y', errors: [{ field: 'password', message: 'is among the first that anybody would guess' }] },
    { status: 400 },
  );
  const page = await submit();
  expect(page.get('#password-error').text()).toContain('anybody would guess');
  expect(document.activeElement?.id).toBe('password');
  expect(session.since.value).toBeNull();
});

test('says that a username is taken', async () => {
  answers['/api/v1/users'] = Response.json({ title: 'x', status: 409, detail: 'Somebody has this username already.' }, { status: 409 });
  expect((await submit()).get('#username-error').text()).toContain('already');
});

test('offers nothing where new accounts are switched off', async () => {
  answers['/api/v1/users/rules'] = Response.json({ sign_up_enabled: false, min_password_length: 15, max_password_length: 128 });
  const page = await open();
  expect(page.text()).toContain('switched off');
  expect(page.find('#password').exists()).toBe(false);
});
