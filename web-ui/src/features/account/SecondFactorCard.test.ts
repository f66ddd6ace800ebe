import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import SecondFactorCard from './SecondFactorCard.vue';

const path = '/api/v1/users/me/second-factor';
const codes = Array.from({ length: 10 }, (_, index) => `aaaa-bbbb-cccc-ddd${index}`);
const begun = { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/Spend%20Tracker:alex%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Spend%20Tracker' };
const off = { enabled: false, enabled_at: null, recovery_codes_left: 0 };
const on = { enabled: true, enabled_at: '2026-03-01T09:30:00Z', recovery_codes_left: 10 };
const fetchMock = vi.fn<typeof fetch>();
let answers: Record<string, () => Response>;
let card: VueWrapper;

beforeEach(() => {
  fetchMock.mockImplementation((address, init) => {
    const answer = answers[`${init?.method ?? 'GET'} ${String(address)}`];
    return Promise.resolve(answer ? answer() : new Response('', { status: 404 }));
  });
  vi.stubGlobal('fetch', fetchMock);
  session.begin();
});

afterEach(() => {
  card.unmount();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  fetchMock.mockReset();
  queryClient.clear();
  session.end('signed-out');
});

async function open(state: object) {
  answers = { [`GET ${path}`]: () => Response.json(state) };
  card = mount(SecondFactorCard, { props: { username: 'alex@example.com' }, attachTo: document.body });
  await flushPromises();
}

const part = (id: string) => card.get(`[data-testid=${id}]`);
const isThere = (id: string) => card.find(`[data-testid=${id}]`).exists();

async function click(id: string) {
  await part(id).trigger('click');
  await flushPromises();
}

async function fill(field: string, text: string, form: string) {
  await card.get(`#${field}`).setValue(text);
  await part(form).trigger('submit');
  await flushPromises();
}

/** Asks in the dialog, whose form is inside. */
async function answer(password: string) {
  await card.get('#factor-own-password').setValue(password);
  await card.get('[data-testid=factor-dialog] form').trigger('submit');
  await flushPromises();
}

function sent() {
  return fetchMock.mock.calls.filter(([, init]) => init?.method === 'POST').map(([address, init]) => [String(address), JSON.parse(String(init?.body)) as unknown]);
}

function refusing(status: number, problem: object) {
  return () => Response.json({ title: 'x', status, ...problem }, { status });
}

async function begin() {
  await open(off);
  answers[`POST ${path}`] = () => Response.json(begun, { status: 201 });
  await click('factor-set-up');
  await fill('factor-password', 'seven quiet rivers', 'factor-form');
  await vi.dynamicImportSettled();
}

test('sets up with the password, a picture for the app, and a code of it, and shows the recovery codes once', async () => {
  await begin();
  expect(part('qr-code').attributes('data-text')).toBe(begun.uri);
  expect(part('qr-code').get('path').attributes('d')).toMatch(/^M4 4h1v1h-1z/);
  expect(part('factor-link').attributes('href')).toBe(begun.uri);
  expect((part('factor-secret').element as HTMLInputElement).value).toBe(begun.secret);
  expect(document.activeElement?.textContent).toBe('Add Spend Tracker to your app');

  answers[`POST ${path}/confirmation`] = () => {
    answers[`GET ${path}`] = () => Response.json(on);
    return Response.json({ recovery_codes: codes });
  };
  await fill('factor-code', ' 123 456 ', 'factor-confirmation');
  expect(sent()).toEqual([[path, { password: 'seven quiet rivers' }], [`${path}/confirmation`, { code: '123456' }]]);
  expect((part('recovery-codes-value').element as HTMLTextAreaElement).value).toBe(codes.join('\n'));
  expect(document.activeElement).toBe(part('recovery-codes-value').element);

  await click('recovery-codes-done');
  expect(part('factor-state').text()).toMatch(/^On since .*2026\. 10 recovery codes are left\.$/);
  expect(part('factor-done').text()).toBe('Signing in takes a code now.');
  expect(document.activeElement?.id).toBe('second-factor-title');
  expect(card.html()).not.toContain(codes[0]);
  expect(JSON.stringify([queryClient.getQueryCache().getAll().map(({ state }) => state.data), { ...localStorage }, { ...sessionStorage }])).not.toContain(codes[0]);
});

test('lets recovery codes be copied and saved', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const kept: Blob[] = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${kept.push(blob)}`, revokeObjectURL: () => undefined }));
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await begin();
  answers[`POST ${path}/confirmation`] = () => Response.json({ recovery_codes: codes });
  await fill('factor-code', '123456', 'factor-confirmation');
  await click('recovery-codes-copy');
  expect(written).toHaveBeenCalledWith(codes.join('\n'));
  expect(part('recovery-codes-said').text()).toContain('copied');
  await click('recovery-codes-save');
  expect(clicked).toHaveBeenCalledOnce();
  expect(await kept[0]?.text()).toBe(`Recovery codes for Spend Tracker, alex@example.com. Each counts once.\n\n${codes.join('\n')}\n`);
});

test('says what is wrong while it is set up, and lets it be', async () => {
  await open(off);
  await click('factor-set-up');
  expect(document.activeElement?.id).toBe('factor-password');
  await fill('factor-password', '', 'factor-form');
  expect(card.get('#factor-password-error').text()).toContain('Enter your password');
  answers[`POST ${path}`] = refusing(400, { errors: [{ field: 'password', message: 'is not your password' }] });
  await fill('factor-password', 'wrong', 'factor-form');
  expect(card.get('#factor-password-error').text()).toBe('This is not your password.');
  answers[`POST ${path}`] = refusing(429, { detail: 'Too many wrong passwords. Try again in 4 seconds.' });
  await fill('factor-password', 'wrong', 'factor-form');
  expect(part('factor-failure').text()).toContain('4 seconds');

  answers[`POST ${path}`] = () => Response.json(begun, { status: 201 });
  await fill('factor-password', 'seven quiet rivers', 'factor-form');
  await fill('factor-code', ' ', 'factor-confirmation');
  expect(card.find('#factor-code-error').exists()).toBe(true);
  answers[`POST ${path}/confirmation`] = refusing(400, { errors: [{ field: 'code', message: 'is not what the app shows now; check its clock' }] });
  await fill('factor-code', '000000', 'factor-confirmation');
  expect(card.get('#factor-code-error').text()).toBe('This is not what the app shows now; check its clock.');
  expect(document.activeElement?.id).toBe('factor-code');
  answers[`POST ${path}/confirmation`] = refusing(429, { detail: 'Too many wrong codes. Try again in 8 seconds.' });
  await fill('factor-code', '000000', 'factor-confirmation');
  expect(part('factor-failure').text()).toContain('8 seconds');

  await click('factor-cancel');
  expect(isThere('factor-set-up')).toBe(true);
  expect(card.html()).not.toContain(begun.secret);
});

test('gets new recovery codes for the password', async () => {
  await open({ ...on, recovery_codes_left: 1 });
  expect(part('factor-left').text()).toBe('One recovery code is left.');
  expect(part('factor-left').classes()).toContain('over');
  await click('factor-codes');
  expect(part('factor-dialog').text()).toContain('do not count any more');
  answers[`POST ${path}/recovery-codes`] = refusing(400, { errors: [{ field: 'password', message: 'is not your password' }] });
  await answer('wrong');
  expect(card.get('#factor-own-password-error').text()).toBe('This is not your password.');
  answers[`POST ${path}/recovery-codes`] = () => Response.json({ recovery_codes: codes });
  await answer('seven quiet rivers');
  expect(isThere('factor-dialog')).toBe(false);
  expect((part('recovery-codes-value').element as HTMLTextAreaElement).value).toContain(codes[9]);
});

test('removes it for the password', async () => {
  await open(on);
  await click('factor-remove');
  await answer('');
  expect(card.get('#factor-own-password-error').text()).toContain('Enter your password');
  answers[`POST ${path}/removal`] = () => {
    answers[`GET ${path}`] = () => Response.json(off);
    return new Response(null, { status: 204 });
  };
  await answer('seven quiet rivers');
  expect(sent()).toEqual([[`${path}/removal`, { password: 'seven quiet rivers' }]]);
  expect(part('factor-done').text()).toBe('The second factor is removed.');
  expect(isThere('factor-set-up')).toBe(true);
});

test('offers to try again where it cannot be known', async () => {
  await open(off);
  card.unmount();
  queryClient.clear();
  answers[`GET ${path}`] = () => new Response('', { status: 400 });
  card = mount(SecondFactorCard, { props: { username: 'alex@example.com' }, attachTo: document.body });
  await flushPromises();
  expect(isThere('factor-set-up')).toBe(false);
  answers[`GET ${path}`] = () => Response.json(off);
  await card.get('[role=alert] button').trigger('click');
  await flushPromises();
  expect(isThere('factor-set-up')).toBe(true);
});
