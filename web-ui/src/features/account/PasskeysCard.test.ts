import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubPasskeys } from '../../api/fakePasskeys';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import PasskeysCard from './PasskeysCard.vue';

const path = '/api/v1/users/me/passkeys';
const phone = { id: 'p', name: 'Phone', created_at: '2026-03-01T09:30:00Z', last_used_at: '2026-03-02T09:30:00Z', synced: true };
const stick = { id: 's', name: 'Stick', created_at: '2026-02-01T09:30:00Z', last_used_at: null, synced: false };
const options = { challenge: 'AAAA', rp: { name: 'Spend Tracker' } };
const fetchMock = vi.fn<typeof fetch>();
let browser: ReturnType<typeof stubPasskeys>;
let answers: Record<string, () => Response>;
let card: VueWrapper;

beforeEach(() => {
  answers = {
    [`GET ${path}`]: () => Response.json([phone, stick]),
    [`POST ${path}/options`]: () => Response.json(options),
    [`POST ${path}`]: () => {
      answers[`GET ${path}`] = () => Response.json([{ ...stick, id: 'n', name: 'Laptop' }, phone, stick]);
      return Response.json({ ...stick, id: 'n', name: 'Laptop' }, { status: 201 });
    },
  };
  fetchMock.mockImplementation((address, init) => {
    const answer = answers[`${init?.method ?? 'GET'} ${String(address)}`];
    return Promise.resolve(answer ? answer() : new Response('', { status: 404 }));
  });
  vi.stubGlobal('fetch', fetchMock);
  browser = stubPasskeys();
  session.begin();
});

afterEach(() => {
  card.unmount();
  vi.unstubAllGlobals();
  fetchMock.mockReset();
  queryClient.clear();
  session.end('signed-out');
});

async function open() {
  card = mount(PasskeysCard, { props: { username: 'alex@example.com' }, attachTo: document.body });
  await flushPromises();
}

const part = (id: string) => card.get(`[data-testid=${id}]`);
const isThere = (id: string) => card.find(`[data-testid=${id}]`).exists();
const rows = () => card.findAll('[data-testid=passkey-row]').map((row) => row.text());
const value = (id: string) => (card.get(`#${id}`).element as HTMLInputElement).value;

async function click(id: string, within = '') {
  await card.get(`${within} [data-testid=${id}]`).trigger('click');
  await flushPromises();
}

async function confirm(dialog: string) {
  await card.get(`[data-testid=${dialog}] form`).trigger('submit');
  await flushPromises();
}

async function add(name: string, password = 'seven quiet rivers') {
  if (!isThere('passkey-dialog')) await click('passkey-add');
  await card.get('#passkey-name').setValue(name);
  await card.get('#passkey-password').setValue(password);
  await confirm('passkey-dialog');
}

function sent(method = 'POST') {
  return fetchMock.mock.calls
    .filter(([, init]) => init?.method === method)
    .map(([address, init]) => [String(address), init?.body ? (JSON.parse(String(init.body)) as unknown) : null]);
}

function refusing(status: number, problem: object) {
  return () => Response.json({ title: 'x', status, ...problem }, { status });
}

test('lists the passkeys with when they were added and used, and whether they are on one device only', async () => {
  await open();
  expect(rows()[0]).toMatch(/^Phoneadded .*2026 · last used .* ago · backed up, and may be on several devicesRemove$/);
  expect(rows()[1]).toMatch(/^Stickadded .*2026 · not used yetRemove$/);
});

test('adds one that the browser makes, for the password', async () => {
  answers[`GET ${path}`] = () => Response.json([]);
  await open();
  expect(part('passkeys').text()).toContain('No passkeys yet');
  await click('passkey-add');
  expect(document.activeElement?.id).toBe('passkey-name');
  expect(value('passkey-name')).not.toBe('');
  await add(' Laptop ');
  expect(browser.create).toHaveBeenCalledExactlyOnceWith({ publicKey: options, signal: expect.any(AbortSignal) as AbortSignal });
  expect(sent()).toEqual([
    [`${path}/options`, { password: 'seven quiet rivers' }],
    [path, { name: 'Laptop', credential: { id: 'AQID', type: 'public-key' } }],
  ]);
  expect(isThere('passkey-dialog')).toBe(false);
  expect(part('passkeys-said').text()).toBe('You can sign in with the passkey now: Laptop.');
  expect(document.activeElement?.id).toBe('passkeys-title');
  expect(rows()).toHaveLength(3);
});

test('says what is wrong before anybody is asked', async () => {
  await open();
  await add(' ', '');
  expect(card.get('#passkey-name-error').text()).toBe('Enter a name.');
  expect(card.get('#passkey-password-error').text()).toBe('Enter your password.');
  await add('x'.repeat(101));
  expect(card.get('#passkey-name-error').text()).toBe('This must be at most 100 characters.');
  expect(sent()).toEqual([]);
});

test('asks the browser for nothing where the server refuses', async () => {
  await open();
  answers[`POST ${path}/options`] = refusing(400, { errors: [{ field: 'password', message: 'is not your password' }] });
  await add('Laptop', 'wrong');
  expect(card.get('#passkey-password-error').text()).toBe('This is not your password.');
  expect(document.activeElement?.id).toBe('passkey-password');
  answers[`POST ${path}/options`] = refusing(409, { detail: 'You have 20 passkeys, which is as many as there can be. Remove one first.' });
  await add('Laptop');
  expect(part('passkey-failure').text()).toContain('20 passkeys');
  expect(value('passkey-name')).toBe('Laptop');
  expect(browser.create).not.toHaveBeenCalled();
});

test('says what the server has against what the browser made', async () => {
  await open();
  answers[`POST ${path}`] = refusing(400, { errors: [{ field: 'credential', message: 'was asked for too long ago' }] });
  await add('Laptop');
  expect(part('passkey-failure').text()).toBe('This was asked for too long ago.');
});

test('adds nothing where the person does not want to after all', async () => {
  await open();
  browser.create.mockRejectedValue(new DOMException('', 'NotAllowedError'));
  await add('Laptop');
  expect(part('passkeys-said').text()).toBe('Nothing was added.');
  expect(part('passkeys-said').classes()).toContain('note');
  expect(isThere('passkey-dialog')).toBe(false);
  expect(sent()).toHaveLength(1);
});

test('calls the browser off where the dialog is closed', async () => {
  await open();
  browser.create.mockReturnValue(new Promise(() => undefined));
  await add('Laptop');
  const signal = browser.create.mock.calls[0]?.[0].signal;
  expect(signal?.aborted).toBe(false);
  await click('passkey-cancel');
  expect(signal?.aborted).toBe(true);
  expect(isThere('passkey-dialog')).toBe(false);
});

test.each([
  ['InvalidStateError', 'on this device already'],
  ['SecurityError', 'only at the address'],
  ['UnknownError', 'Something went wrong'],
])('says what stands against it: %s', async (name, text) => {
  await open();
  browser.create.mockRejectedValue(new DOMException('', name));
  await add('Laptop');
  expect(part('passkey-failure').text()).toContain(text);
  expect(sent()).toHaveLength(1);
});

test('removes one once that is confirmed', async () => {
  await open();
  await click('passkey-remove', '[data-name=Phone]');
  expect(part('passkey-removal').text()).toContain('Remove the passkey “Phone”?');
  answers[`DELETE ${path}/p`] = () => new Response('', { status: 503 });
  await confirm('passkey-removal');
  expect(part('passkey-removal-failure').text()).toContain('not available');
  answers[`DELETE ${path}/p`] = () => {
    answers[`GET ${path}`] = () => Response.json([stick]);
    return new Response(null, { status: 204 });
  };
  await confirm('passkey-removal');
  expect(sent('DELETE').at(-1)).toEqual([`${path}/p`, null]);
  expect(part('passkeys-said').text()).toBe('The passkey is removed: Phone.');
  expect(document.activeElement?.id).toBe('passkeys-title');
  expect(rows()).toHaveLength(1);
});

test.each([
  ['a browser that knows none', () => vi.stubGlobal('PublicKeyCredential', {}), 'need HTTPS'],
  ['an IP address', () => vi.stubGlobal('location', { hostname: '192.0.2.7' }), 'only at the address'],
])('adds none with %s, but lists what there is', async (_case, stub, text) => {
  stub();
  await open();
  expect(part('passkeys-obstacle').text()).toContain(text);
  expect(isThere('passkey-add')).toBe(false);
  expect(rows()).toHaveLength(2);
});

test('offers to try again where the passkeys cannot be loaded', async () => {
  const found = answers[`GET ${path}`] as () => Response;
  answers[`GET ${path}`] = () => new Response('', { status: 400 });
  await open();
  answers[`GET ${path}`] = found;
  await card.get('[role=alert] button').trigger('click');
  await flushPromises();
  expect(rows()).toHaveLength(2);
});
