import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import { router } from '../../app/router';
import SettingsPage from './SettingsPage.vue';

const fetchMock = vi.fn<typeof fetch>();
const user = {
  id: 1, username: 'alex@example.com', full_name: 'Alex Example', age_bracket: null, location: 'Lisbon', employment_status: null,
  created_at: '2026-01-01T09:30:00Z',
};
const everyday = { id: 1, name: 'Everyday', identifier: 'DE02', currency: 'EUR', transactions: 12, last_date: '2026-03-31' };
const cash = { id: 2, name: 'Cash', identifier: null, currency: null, transactions: 0, last_date: null };
const activity = [
  { id: 9, occurred_at: '2026-03-31T09:30:00Z', event: 'sign-in', address: '198.51.100.7', client: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
  { id: 8, occurred_at: '2026-03-30T09:30:00Z', event: 'sign-in-failed', address: '203.0.113.66', client: 'curl/8.11.0' },
  ...[7, 6, 5, 4].map((id) => ({ id, occurred_at: '2026-03-01T09:30:00Z', event: 'sign-in', address: '198.51.100.7', client: null })),
];
const here = {
  id: 'b', kind: 'browser', client: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', address: '198.51.100.7',
  created_at: '2026-03-01T09:30:00Z', last_used_at: '2026-03-30T09:30:00Z', expires_at: '2026-04-30T09:30:00Z', current: true,
};
const script = { ...here, id: 'p', kind: 'program', client: 'budget-sync/1.2', address: '203.0.113.66', last_used_at: '2026-03-31T09:30:00Z', current: false };
const phone = { ...here, id: 'x', client: null, last_used_at: '2026-03-02T09:30:00Z', current: false };
const nightly = {
  id: 4, name: 'Nightly', scope: 'write', created_at: '2026-03-01T09:30:00Z', expires_at: '9999-01-01T00:00:00Z', last_used_at: '2026-03-31T09:30:00Z',
  last_address: '203.0.113.66',
};
const old = { ...nightly, id: 3, name: 'Old', scope: 'read', expires_at: '2026-03-02T09:30:00Z', last_used_at: null, last_address: null };
let answers: Record<string, () => Response>;
let page: VueWrapper;

beforeEach(async () => {
  answers = {
    'GET /api/v1/users/me': () => Response.json(user),
    'GET /api/v1/accounts': () => Response.json([everyday, cash]),
    'GET /api/v1/users/me/events': () => Response.json(activity),
    'GET /api/v1/users/me/sessions': () => Response.json([script, here, phone]),
    'GET /api/v1/users/me/tokens': () => Response.json([nightly, old]),
    'GET /api/v1/users/rules': () => Response.json({ sign_up_enabled: true, min_password_length: 15, max_password_length: 128 }),
    'PUT /api/v1/users/me/password': () => new Response(null, { status: 204 }),
    'POST /api/v1/users/me/deletion': () => new Response(null, { status: 204 }),
  };
  fetchMock.mockImplementation((address, init) => {
    const answer = answers[`${init?.method ?? 'GET'} ${String(address)}`];
    return Promise.resolve(answer ? answer() : new Response('', { status: 404 }));
  });
  vi.stubGlobal('fetch', fetchMock);
  queryClient.clear();
  session.begin();
  await router.push('/settings');
  await open();
});

afterEach(() => {
  page.unmount();
  vi.unstubAllGlobals();
  fetchMock.mockReset();
  session.end('signed-out');
});

async function open() {
  page = mount(SettingsPage, { global: { plugins: [router] }, attachTo: document.body });
  await flushPromises();
}

function refusing(field: string, message: string) {
  return () => Response.json({ title: 'x', status: 400, detail: 'y', errors: [{ field, message }] }, { status: 400 });
}

async function fill(fields: Record<string, string>, form: string) {
  for (const [id, text] of Object.entries(fields)) await page.get(`#${id}`).setValue(text);
  await page.get(`[data-testid=${form}]`).trigger('submit');
  await flushPromises();
}

function sent(method: string) {
  const request = fetchMock.mock.calls.find(([, init]) => init?.method === method)?.[1];
  return request && { headers: request.headers, body: JSON.parse(String(request.body)) as unknown };
}

function value(id: string) {
  return (page.get(`#${id}`).element as HTMLInputElement).value;
}

test('says who is signed in, and what is stored about them', () => {
  expect(page.get('[data-testid=signed-in-as]').text()).toContain('alex@example.com');
  expect([value('full_name'), value('location'), value('age_bracket')]).toEqual(['Alex Example', 'Lisbon', '']);
});

test('offers to try again where the account cannot be loaded', async () => {
  page.unmount();
  queryClient.clear();
  const found = answers['GET /api/v1/users/me'] as () => Response;
  answers['GET /api/v1/users/me'] = () => new Response('', { status: 400 });
  await open();
  expect(page.find('#full_name').exists()).toBe(false);
  answers['GET /api/v1/users/me'] = found;
  await page.get('[role=alert] button').trigger('click');
  await flushPromises();
  expect(value('full_name')).toBe('Alex Example');
});

test('saves the profile, and tells the other pages', async () => {
  answers['PATCH /api/v1/users/me'] = () => Response.json({ ...user, full_name: 'Sam', location: null });
  await fill({ full_name: ' Sam ', location: '' }, 'profile');
  expect(sent('PATCH')).toEqual({
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'spend-tracker' },
    body: { full_name: 'Sam', location: '', age_bracket: '', employment_status: '' },
  });
  expect(page.get('[data-testid=profile-done]').text()).toContain('saved');
  expect(queryClient.getQueryData(['user'])).toMatchObject({ full_name: 'Sam' });
});

test('says at the field of the profile what is wrong with it, and goes there', async () => {
  answers['PATCH /api/v1/users/me'] = refusing('age_bracket', 'must be at most 20 plain characters');
  await fill({ age_bracket: 'somewhere between 25 and 34' }, 'profile');
  expect(page.get('#age_bracket-error').text()).toBe('This must be at most 20 plain characters.');
  expect(document.activeElement?.id).toBe('age_bracket');
  expect(page.get('[data-testid=profile-done]').text()).toBe('');
});

test('changes the password, and keeps neither', async () => {
  await fill({ current_password: 'seven quiet rivers', new_password: 'nine green mountains' }, 'password-change');
  expect(sent('PUT')?.body).toEqual({ current_password: 'seven quiet rivers', new_password: 'nine green mountains' });
  expect(page.get('[data-testid=password-change-done]').text()).toContain('changed');
  expect([value('current_password'), value('new_password')]).toEqual(['', '']);
  expect(session.since.value).not.toBeNull();
});

test('counts down to a new password that is long enough', async () => {
  await page.get('#new_password').setValue('nine green mo');
  expect(page.get('#new_password-hint').text()).toBe('2 more characters.');
});

test.each([
  ['current_password', 'is not your password'],
  ['new_password', 'must not contain the username'],
])('says what is wrong with %s, and keeps what was typed', async (field, message) => {
  answers['PUT /api/v1/users/me/password'] = refusing(field, message);
  await fill({ current_password: 'seven quiet rivers', new_password: 'nine green mountains' }, 'password-change');
  expect(page.get(`#${field}-error`).text()).toBe(`This ${message}.`);
  expect(document.activeElement?.id).toBe(field);
  expect(value('new_password')).toBe('nine green mountains');
  expect(page.get('[data-testid=password-change-done]').text()).toBe('');
});

test('says so when the server cannot be reached', async () => {
  fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
  await fill({ current_password: 'seven quiet rivers', new_password: 'nine green mountains' }, 'password-change');
  expect(page.get('[data-testid=password-change-failure]').text()).toContain('could not be reached');
});

test('sends a change once, however often it is asked for', async () => {
  let finish: (response: Response) => void = () => undefined;
  fetchMock.mockReturnValue(new Promise((resolve) => (finish = resolve)));
  await fill({ current_password: 'seven quiet rivers', new_password: 'nine green mountains' }, 'password-change');
  await fill({}, 'password-change');
  finish(new Response(null, { status: 204 }));
  await flushPromises();
  expect(fetchMock.mock.calls.filter(([, init]) => init?.method === 'PUT')).toHaveLength(1);
});

async function beginDeletion() {
  await page.get('[data-testid=deletion-begin]').trigger('click');
  await flushPromises();
}

test('deletes nothing before it is confirmed with username and password', async () => {
  expect(page.find('#confirmation').exists()).toBe(false);
  await beginDeletion();
  expect(document.activeElement?.id).toBe('confirmation');
  await fill({ confirmation: 'alex' }, 'deletion');
  expect(page.get('#confirmation-error').text()).toContain('not the username');
  expect(page.get('#password-error').text()).toContain('Enter');
  expect(document.activeElement?.id).toBe('confirmation');
  expect(sent('POST')).toBeUndefined();
});

test('keeps the account whose deletion is called off', async () => {
  await beginDeletion();
  await fill({ confirmation: 'alex@example.com' }, 'deletion');
  await page.get('[data-testid=deletion-cancel]').trigger('click');
  await flushPromises();
  expect(document.activeElement?.getAttribute('data-testid')).toBe('deletion-begin');
  await beginDeletion();
  expect(value('confirmation')).toBe('');
  expect(page.find('#password-error').exists()).toBe(false);
  expect(sent('POST')).toBeUndefined();
});

test('keeps the account where the password is wrong', async () => {
  answers['POST /api/v1/users/me/deletion'] = refusing('password', 'is not your password');
  await beginDeletion();
  await fill({ confirmation: 'alex@example.com', password: 'wrong' }, 'deletion');
  expect(page.get('#password-error').text()).toBe('This is not your password.');
  expect(session.since.value).not.toBeNull();
});

test('deletes the account and ends the session', async () => {
  await beginDeletion();
  await fill({ confirmation: ' Alex@Example.com', password: 'seven quiet rivers' }, 'deletion');
  expect(sent('POST')?.body).toEqual({ password: 'seven quiet rivers' });
  expect(session.since.value).toBeNull();
  expect(session.endReason.value).toBe('deleted');
});

async function click(testId: string, within = '') {
  await page.get(`${within} [data-testid=${testId}]`).trigger('click');
  await flushPromises();
}

test('lists bank accounts with what is on them; only an empty one can be deleted', async () => {
  const rows = page.findAll('[data-testid=account-row]');
  expect(rows[0]?.text()).toContain('12 transactions');
  expect(rows[1]?.text()).toContain('nothing on it');
  expect(rows.map((row) => row.find('[data-testid=account-delete]').exists())).toEqual([false, true]);
  answers['DELETE /api/v1/accounts/2'] = () => new Response(null, { status: 204 });
  await click('account-delete');
  expect(page.get('[data-testid=accounts-done]').text()).toBe('Cash is deleted.');
});

test('renames a bank account where it stands', async () => {
  answers['PATCH /api/v1/accounts/2'] = () => Response.json({ ...cash, name: 'Purse' });
  await click('account-edit', '[data-name=Cash]');
  expect(document.activeElement?.id).toBe('account-2-name');
  await fill({ 'account-2-name': 'Purse', 'account-2-currency': 'eur' }, 'account-form');
  expect(sent('PATCH')?.body).toEqual({ name: 'Purse', currency: 'eur' });
  expect(page.get('[data-testid=accounts-done]').text()).toBe('Purse is saved.');
});

test('says at the name of a bank account that there is one already', async () => {
  answers['POST /api/v1/accounts'] = () => Response.json({ title: 'x', status: 409, detail: 'You have an account of this name already.' }, { status: 409 });
  await click('account-add');
  await fill({ 'account-new-name': 'Everyday' }, 'account-form');
  expect(page.get('#account-new-name-error').text()).toContain('already');
});

test('tells what was done with the account and from where, the latest first, the rest on demand', async () => {
  const rows = () => page.findAll('[data-testid=activity-row]').map((row) => row.text());
  expect(rows()).toHaveLength(5);
  expect(rows()[0]).toMatch(/^Signed in.*2026.* · 198\.51\.100\.7 · Firefox · Linux$/);
  expect(rows()[1]).toMatch(/^Sign-in with a wrong password.* · 203\.0\.113\.66 · curl/);
  await page.get('[data-testid=activity-more]').trigger('click');
  expect(rows()).toHaveLength(6);
  expect(page.find('[data-testid=activity-more]').exists()).toBe(false);
});

test('offers to try again where the activity cannot be loaded', async () => {
  page.unmount();
  queryClient.clear();
  const found = answers['GET /api/v1/users/me/events'] as () => Response;
  answers['GET /api/v1/users/me/events'] = () => new Response('', { status: 400 });
  await open();
  answers['GET /api/v1/users/me/events'] = found;
  await page.get('[data-testid=activity] [role=alert] button').trigger('click');
  await flushPromises();
  expect(page.findAll('[data-testid=activity-row]')).toHaveLength(5);
});

const noContent = () => new Response(null, { status: 204 });
const calls = (method: string) => fetchMock.mock.calls.filter(([, init]) => init?.method === method).map(([address]) => address);
const sessionRows = () => page.findAll('[data-testid=session-row]');
const tokenRows = () => page.findAll('[data-testid=token-row]');

test('tells where one is signed in, this browser first, programs as such', () => {
  const texts = sessionRows().map((row) => row.text());
  expect(texts[0]).toMatch(/^Firefox · LinuxThis browser198\.51\.100\.7 · last used .* ago · signed in .*2026Sign out$/);
  expect(texts[1]).toMatch(/^budget-sync\/1\.2Program · 203\.0\.113\.66 · /);
  expect(texts[2]).toMatch(/^Unknown browser198/);
});

test('ends another session', async () => {
  answers['DELETE /api/v1/users/me/sessions/p'] = () => {
    answers['GET /api/v1/users/me/sessions'] = () => Response.json([here, phone]);
    return noContent();
  };
  await click('session-end', '[data-kind=program]');
  expect(sessionRows()).toHaveLength(2);
  expect(page.get('[data-testid=sessions-done]').text()).toBe('The session has ended: budget-sync/1.2.');
  expect(document.activeElement?.id).toBe('sessions-title');
  expect(session.since.value).not.toBeNull();
});

test('says so where a session could not be ended', async () => {
  answers['DELETE /api/v1/users/me/sessions/p'] = () => new Response('', { status: 503 });
  await click('session-end', '[data-kind=program]');
  expect(page.get('[data-testid=sessions-failure]').text()).toContain('not available');
  expect(sessionRows()).toHaveLength(3);
});

test('to end the session of this browser is to sign out', async () => {
  answers['POST /api/v1/logout'] = noContent;
  await click('session-end', '[data-current=true]');
  expect(session.endReason.value).toBe('signed-out');
  expect(calls('DELETE')).toEqual([]);
  expect(calls('POST')).toEqual(['/api/v1/logout']);
});

test('signs out everywhere once that is confirmed', async () => {
  answers['DELETE /api/v1/users/me/sessions'] = noContent;
  answers['POST /api/v1/logout'] = noContent;
  await click('sessions-everywhere');
  expect(page.get('[data-testid=everywhere-dialog]').text()).toContain('API tokens stay');
  expect(calls('DELETE')).toEqual([]);
  await page.get('[data-testid=everywhere-dialog] form').trigger('submit');
  await flushPromises();
  expect(calls('DELETE')).toEqual(['/api/v1/users/me/sessions']);
  expect(session.endReason.value).toBe('signed-out');
});

test('stays signed in where the others could not be signed out', async () => {
  answers['DELETE /api/v1/users/me/sessions'] = () => new Response('', { status: 503 });
  await click('sessions-everywhere');
  await page.get('[data-testid=everywhere-dialog] form').trigger('submit');
  await flushPromises();
  expect(page.get('[data-testid=everywhere-dialog] [role=alert]').text()).toContain('not available');
  expect(session.since.value).not.toBeNull();
});

test('shows many sessions on demand', async () => {
  page.unmount();
  queryClient.clear();
  answers['GET /api/v1/users/me/sessions'] = () => Response.json([...Array.from({ length: 7 }, (_, index) => ({ ...script, id: String(index) })), here]);
  await open();
  expect(sessionRows()).toHaveLength(5);
  expect(sessionRows()[0]?.attributes('data-current')).toBe('true');
  await click('sessions-more');
  expect(sessionRows()).toHaveLength(8);
});

test('lists API tokens with what they may do, how long, and when they were used', () => {
  const texts = tokenRows().map((row) => row.text());
  expect(texts[0]).toMatch(/^NightlyRead and write · last used .* ago from 203\.0\.113\.66 · until .*9/);
  expect(texts[1]).toMatch(/^OldRead · never used · expired on .*2026Revoke$/);
});

async function create(name: string) {
  await click('token-add');
  expect(document.activeElement?.id).toBe('token-name');
  await fill({ 'token-name': name, 'token-password': 'seven quiet rivers' }, 'token-form');
}

test('creates an API token that reads for 90 days unless more is asked for, and shows it once', async () => {
  answers['POST /api/v1/users/me/tokens'] = () => Response.json({ ...old, id: 5, name: 'Backup', token: 'spt_secret' }, { status: 201 });
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await create(' Backup ');
  expect(sent('POST')?.body).toEqual({ name: 'Backup', scope: 'read', expires_in_days: 90, password: 'seven quiet rivers' });
  expect(page.get('[data-testid=new-token]').text()).toContain('can’t be shown again');
  expect((page.get('[data-testid=token-value]').element as HTMLInputElement).value).toBe('spt_secret');
  expect(document.activeElement?.getAttribute('data-testid')).toBe('token-value');
  await click('token-copy');
  expect(written).toHaveBeenCalledWith('spt_secret');
  expect(page.get('[data-testid=token-said]').text()).toContain('copied');
  await click('token-done');
  expect(page.html()).not.toContain('spt_secret');
  expect(JSON.stringify([queryClient.getQueryCache().getAll().map(({ state }) => state.data), { ...localStorage }, { ...sessionStorage }])).not.toContain('spt_');
});

test('creates an API token that writes for a year', async () => {
  answers['POST /api/v1/users/me/tokens'] = () => Response.json({ ...nightly, id: 5, token: 'spt_secret' }, { status: 201 });
  await click('token-add');
  await page.get('[data-testid=token-scope-write]').setValue();
  await page.get('#token-days').setValue('365');
  await fill({ 'token-name': 'Import', 'token-password': 'seven quiet rivers' }, 'token-form');
  expect(sent('POST')?.body).toMatchObject({ scope: 'write', expires_in_days: 365 });
});

test('says what is wrong with an API token, and keeps what was typed', async () => {
  await click('token-add');
  await fill({ 'token-name': ' ' }, 'token-form');
  expect(page.get('#token-name-error').text()).toContain('what it is for');
  expect(page.get('#token-password-error').text()).toContain('Enter your password');
  expect(calls('POST')).toEqual([]);
  answers['POST /api/v1/users/me/tokens'] = refusing('password', 'is not your password');
  await fill({ 'token-name': 'Long', 'token-password': 'wrong' }, 'token-form');
  expect(page.get('#token-password-error').text()).toBe('This is not your password.');
  expect(document.activeElement?.id).toBe('token-password');
  answers['POST /api/v1/users/me/tokens'] = refusing('name', 'must be at most 100 characters');
  await fill({ 'token-name': 'Long' }, 'token-form');
  expect(page.get('#token-name-error').text()).toBe('This must be at most 100 characters.');
  answers['POST /api/v1/users/me/tokens'] = () => Response.json({ title: 'x', status: 409, detail: 'You have 50 tokens already.' }, { status: 409 });
  await fill({}, 'token-form');
  expect(page.get('[data-testid=token-failure]').text()).toContain('50');
  expect(value('token-name')).toBe('Long');
});

test('revokes an API token once that is confirmed', async () => {
  answers['DELETE /api/v1/users/me/tokens/4'] = () => {
    answers['GET /api/v1/users/me/tokens'] = () => Response.json([]);
    return noContent();
  };
  await click('token-revoke', '[data-name=Nightly]');
  expect(page.get('[data-testid=revoke-dialog]').text()).toContain('Nightly');
  expect(calls('DELETE')).toEqual([]);
  await page.get('[data-testid=revoke-dialog] form').trigger('submit');
  await flushPromises();
  expect(page.get('[data-testid=tokens-done]').text()).toBe('The token for Nightly is revoked.');
  expect(page.get('[data-testid=tokens]').text()).toContain('No tokens yet');
});
