import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stubPasskeys } from '../../api/fakePasskeys';
import { signOut } from '../../api/login';
import { session } from '../../api/session';
import { router } from '../../app/router';
import SignInPage from './SignInPage.vue';

const fetchMock = vi.fn<typeof fetch>();

beforeEach(async () => {
  vi.stubGlobal('fetch', fetchMock);
  session.end('ended');
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
  expect(page.get('[data-testid=session-message]').text()).toContain('has ended');
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
  expect(session.since.value).toBeNull();
});

test('says so when the server cannot be reached', async () => {
  fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
  expect((await submit('john', 'secret')).get('[data-testid=sign-in-error]').text()).toContain('could not be reached');
});

test('begins a session and returns to where one was', async () => {
  fetchMock.mockResolvedValue(new Response(null, { status: 204 }));
  await submit(' john ', 'secret');
  expect(session.since.value).not.toBeNull();
  await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/?categories=Travel'), { timeout: 4_500 });
  expect(fetchMock.mock.calls[0]?.[1]?.body).toBe('{"username":"john","password":"secret"}');
});

describe('a second factor', () => {
  const refusal = (kind: string) =>
    new Response(JSON.stringify({ type: `urn:spend-tracker:problem:${kind}`, title: 'Unauthorized', status: 401 }), { status: 401 });
  const value = (page: VueWrapper, id: string) => (page.get(`#${id}`).element as HTMLInputElement).value;

  const sent = () => fetchMock.mock.calls.filter(([address]) => address === '/api/v1/session').at(-1)?.[1]?.body;

  async function asked() {
    fetchMock.mockResolvedValueOnce(refusal('second-factor-required'));
    return submit('john', 'secret');
  }

  async function send(page: VueWrapper, code: string) {
    await page.get('#code').setValue(code);
    await page.get('form').trigger('submit');
    await flushPromises();
  }

  test('is asked for where there is one, and nothing has to be typed again', async () => {
    const page = await asked();
    expect(document.activeElement?.id).toBe('code');
    expect([value(page, 'username'), value(page, 'password')]).toEqual(['john', 'secret']);
    expect(page.find('[data-testid=sign-in-error]').exists()).toBe(false);
    expect(page.get('#code').attributes()).toMatchObject({ autocomplete: 'one-time-code', inputmode: 'numeric' });
    fetchMock.mockResolvedValueOnce(new Response(null, { status: 204 }));
    await send(page, ' 123 456 ');
    expect(sent()).toBe('{"username":"john","password":"secret","code":"123456"}');
    expect(session.since.value).not.toBeNull();
  });

  test('is not sent empty', async () => {
    const page = await asked();
    expect(page.find('#code-error').exists()).toBe(false);
    await page.get('form').trigger('submit');
    expect(page.get('#code-error').text()).toContain('Enter');
    expect(fetchMock).toHaveBeenCalledOnce();
  });

  test('is asked for again where it is wrong', async () => {
    const page = await asked();
    fetchMock.mockResolvedValueOnce(refusal('wrong-code'));
    await send(page, '000000');
    expect(page.get('[data-testid=sign-in-error]').text()).toContain('code is wrong');
    expect(document.activeElement?.id).toBe('code');
    expect(value(page, 'password')).toBe('secret');
    expect(session.since.value).toBeNull();
  });

  test('can be a recovery code, for which a phone shows all keys', async () => {
    const page = await asked();
    await page.get('[data-testid=kind-of-code]').trigger('click');
    await flushPromises();
    expect(document.activeElement?.id).toBe('code');
    expect(page.get('#code').attributes()).toMatchObject({ autocomplete: 'off', inputmode: 'text' });
    fetchMock.mockResolvedValueOnce(new Response(null, { status: 204 }));
    await send(page, 'ab12-cd34');
    expect(sent()).toContain('"code":"ab12-cd34"');
  });

  test('is no matter for another account', async () => {
    const page = await asked();
    await page.get('#username').setValue('jane');
    expect(page.find('#code').exists()).toBe(false);
  });
});

describe('a passkey', () => {
  const options = { challenge: 'AAAA' };
  let browser: ReturnType<typeof stubPasskeys>;

  beforeEach(() => {
    browser = stubPasskeys();
    fetchMock.mockResolvedValueOnce(Response.json(options));
  });

  async function choose() {
    const page = mount(SignInPage, { global: { plugins: [router] }, attachTo: document.body });
    const button = page.get<HTMLButtonElement>('[data-testid=sign-in-by-passkey]');
    button.element.focus();
    await button.trigger('click');
    await flushPromises();
    return page;
  }

  const asked = () => fetchMock.mock.calls.map(([address]) => address).filter((address) => /session|login/.test(String(address)));

  test('begins a session and returns to where one was, without username, password and code', async () => {
    fetchMock.mockResolvedValueOnce(new Response(null, { status: 204 }));
    await choose();
    expect(browser.get).toHaveBeenCalledExactlyOnceWith({ publicKey: options });
    expect(asked()).toEqual(['/api/v1/login/passkey/options', '/api/v1/session/passkey']);
    expect(fetchMock.mock.calls[1]?.[1]?.body).toBe('{"credential":{"id":"AQID","type":"public-key"}}');
    expect(session.since.value).not.toBeNull();
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/?categories=Travel'), { timeout: 4_500 });
  });

  test('that is not known leads to the password', async () => {
    const problem = { type: 'urn:spend-tracker:problem:passkey-refused', title: 'x', status: 401 };
    fetchMock.mockResolvedValueOnce(Response.json(problem, { status: 401 }));
    const page = await choose();
    expect(page.get('[data-testid=sign-in-error]').text()).toContain('isn’t known here');
    expect(document.activeElement?.id).toBe('username');
    expect(session.since.value).toBeNull();
  });

  test('that the person does not want to use changes nothing', async () => {
    browser.get.mockRejectedValue(new DOMException('', 'NotAllowedError'));
    const page = await choose();
    expect(page.find('[data-testid=sign-in-error]').exists()).toBe(false);
    expect(page.get('[data-testid=sign-in-by-passkey]').attributes('aria-disabled')).toBe('false');
    expect(document.activeElement?.getAttribute('data-testid')).toBe('sign-in-by-passkey');
    expect(asked()).toEqual(['/api/v1/login/passkey/options']);
    expect(session.since.value).toBeNull();
  });

  test('that counts at another address only is said to', async () => {
    browser.get.mockRejectedValue(new DOMException('', 'SecurityError'));
    expect((await choose()).get('[data-testid=sign-in-error]').text()).toContain('only at the address');
  });

  test('is tried again where there is no answer', async () => {
    fetchMock.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const page = await choose();
    expect(page.get('[data-testid=sign-in-error]').text()).toContain('could not be reached');
    expect(document.activeElement?.getAttribute('data-testid')).toBe('sign-in-by-passkey');
  });

  test('is not offered where there can be none', () => {
    vi.stubGlobal('location', { hostname: '192.0.2.7' });
    const page = mount(SignInPage, { global: { plugins: [router] } });
    expect(page.find('[data-testid=sign-in-by-passkey]').exists()).toBe(false);
  });
});

test('says so where the server could not be told of a sign-out', async () => {
  fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
  const page = mount(SignInPage, { global: { plugins: [router] } });
  await signOut();
  expect(page.get('[data-testid=session-message]').text()).toContain('could not be reached');
  session.signedOut();
});
