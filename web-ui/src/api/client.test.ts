import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiError, get, getAgain, post, postForm, remove, send } from './client';
import { session } from './session';
import { FakeTransfer } from './FakeTransfer';

const fetchMock = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock);
  session.begin();
});

afterEach(() => {
  vi.unstubAllGlobals();
  fetchMock.mockReset();
});

function answers(body: string, init?: ResponseInit) {
  fetchMock.mockResolvedValue(new Response(body, init));
}

const unchanged = () => fetchMock.mockResolvedValue(new Response(null, { status: 304 }));

const unauthorized = '{"type":"about:blank","title":"Unauthorized","status":401}';

describe('get', () => {
  test('asks with the cookie for what is asked for', async () => {
    answers('[]', { headers: { 'X-Total-Count': '0' } });
    const page = await get('/api/v1/transactions', { start_date: '2026-01-01', categories: 'A&B,C', limit: 50 });
    const [url, init] = fetchMock.mock.calls[0] ?? [];
    expect(url).toBe('/api/v1/transactions?start_date=2026-01-01&categories=A%26B%2CC&limit=50');
    expect(init).toEqual({ credentials: 'same-origin', headers: {} });
    expect(page.headers.get('X-Total-Count')).toBe('0');
  });

  test('sends each of several values under its name', async () => {
    answers('[]');
    await get('/api/v1/transactions', { merchant: ['A', 'B, Inc.'] });
    expect(fetchMock.mock.calls[0]?.[0]).toBe('/api/v1/transactions?merchant=A&merchant=B%2C+Inc.');
  });

  test('401 ends the session', async () => {
    answers(unauthorized, { status: 401 });
    await expect(get('/api/v1/users/me')).rejects.toMatchObject({ status: 401 });
    expect(session.since.value).toBeNull();
  });

  test('a problem is told in its own words', async () => {
    answers('{"type":"x","title":"Bad request","status":400,"detail":"granularity: too fine"}', { status: 400 });
    await expect(get('/api/v1/transactions/time-series')).rejects.toThrow('granularity: too fine');
    expect(session.since.value).not.toBeNull();
  });

  test.each(['<html>', '{}', 'null'])('an error that is no problem is its status: %s', async (body) => {
    answers(body, { status: 503 });
    const error = await get('/api/v1/categories').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ status: 503, problem: null, isTemporary: true });
  });

  test('no answer is status 0', async () => {
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    const error = await get('/api/v1/categories').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 0, isTemporary: true });
  });
});

describe('getAgain', () => {
  const ask = (known?: Awaited<ReturnType<typeof getAgain<'/api/v1/dashboard'>>>) =>
    getAgain('/api/v1/dashboard', { granularity: 'month' }, known, new AbortController().signal);
  const sent = () => new Headers(fetchMock.mock.calls.at(-1)?.[1]?.headers).get('If-None-Match');

  test('answers what is known while it has not changed, and what is new with its own ETag', async () => {
    answers('{"transaction_count":1}', { headers: { ETag: 'W/"1"' } });
    const first = await ask();
    expect(sent()).toBeNull();

    unchanged();
    expect(await ask(first)).toBe(first);
    expect(sent()).toBe('W/"1"');

    answers('{"transaction_count":2}', { headers: { ETag: 'W/"2"' } });
    const second = await ask(first);
    expect(second).toEqual({ transaction_count: 2 });
    unchanged();
    expect(await ask(second)).toBe(second);
    expect(sent()).toBe('W/"2"');
  });

  test('asks for all of it where nothing is known, or the server gave no ETag', async () => {
    answers('{"transaction_count":1}');
    const first = await ask();
    answers('{"transaction_count":1}');
    await ask(first);
    expect(sent()).toBeNull();
  });
});

describe('post', () => {
  const credentials = { username: 'u', password: 'p' };

  test('sends JSON, and that it comes from here', async () => {
    fetchMock.mockResolvedValue(new Response(null, { status: 204 }));
    await expect(post('/api/v1/session', credentials)).resolves.toBeUndefined();
    expect(fetchMock.mock.calls[0]?.[1]).toEqual({
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'spend-tracker' },
      body: '{"username":"u","password":"p"}',
    });
  });

  test('401 leaves the session alone', async () => {
    answers(unauthorized, { status: 401 });
    await expect(post('/api/v1/session', credentials)).rejects.toMatchObject({ status: 401 });
    expect(session.since.value).not.toBeNull();
  });

  test.each(['urn:spend-tracker:problem:wrong-code', 'https://money.example/problems/wrong-code'])('%s is of its kind', async (type) => {
    answers(JSON.stringify({ type, title: 'x', status: 401 }), { status: 401 });
    const error = (await post('/api/v1/session', credentials).catch((caught: unknown) => caught)) as ApiError;
    expect(error.isOf('wrong-code')).toBe(true);
    expect(error.isOf('code')).toBe(false);
  });
});

describe('postForm', () => {
  beforeEach(() => FakeTransfer.install());

  test('says that it comes from here, tells how far it is, and reads the answer exactly', async () => {
    const shares: number[] = [];
    const answer = postForm('/api/v1/imports', new FormData(), { headers: { 'Idempotency-Key': 'k' }, onProgress: (share) => shares.push(share) });
    const transfer = FakeTransfer.latest();
    expect(transfer).toMatchObject({ method: 'POST', path: '/api/v1/imports', headers: { 'Idempotency-Key': 'k', 'X-Requested-With': 'spend-tracker' } });
    transfer.progress(1, 4);
    transfer.answer(201, { id: 7, amount: 12.5, columns: { description_columns: [3] } });
    await expect(answer).resolves.toEqual({ id: 7, amount: '12.5', columns: { description_columns: [3] } });
    expect(shares).toEqual([0.25]);
  });

  test('401 ends the session', async () => {
    const answer = postForm('/api/v1/imports', new FormData());
    FakeTransfer.latest().answer(401, { title: 'Unauthorized', status: 401 });
    await expect(answer).rejects.toMatchObject({ status: 401 });
    expect(session.since.value).toBeNull();
  });

  test('a problem is told in its own words', async () => {
    const answer = postForm('/api/v1/imports', new FormData());
    FakeTransfer.latest().answer(422, { title: 'Undecided', status: 422, detail: 'Say date_order.' });
    await expect(answer).rejects.toThrow('Say date_order.');
  });

  test('no answer is status 0', async () => {
    const answer = postForm('/api/v1/imports', new FormData());
    FakeTransfer.latest().onerror?.();
    await expect(answer).rejects.toMatchObject({ status: 0, isTemporary: true });
  });

  test('can be called off, before and while it is sent', async () => {
    const off = new AbortController();
    const answer = postForm('/api/v1/imports', new FormData(), { signal: off.signal });
    off.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await expect(postForm('/api/v1/imports', new FormData(), { signal: off.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('remove says that it comes from here', async () => {
  answers('{"removed":100}');
  await expect(remove('/api/v1/imports/7')).resolves.toEqual({ removed: 100 });
  expect(fetchMock.mock.calls[0]).toMatchObject(['/api/v1/imports/7', { method: 'DELETE', headers: { 'X-Requested-With': 'spend-tracker' } }]);
});

describe('send', () => {
  const change = { current_password: 'old', new_password: 'new' };

  test('sends JSON, and takes no content for an answer', async () => {
    fetchMock.mockResolvedValue(new Response(null, { status: 204 }));
    await expect(send('put', '/api/v1/users/me/password', change)).resolves.toBeUndefined();
    expect(fetchMock.mock.calls[0]?.[1]).toMatchObject({
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'spend-tracker' },
      body: '{"current_password":"old","new_password":"new"}',
    });
  });

  test('401 ends the session', async () => {
    answers(unauthorized, { status: 401 });
    await expect(send('put', '/api/v1/users/me/password', change)).rejects.toMatchObject({ status: 401 });
    expect(session.since.value).toBeNull();
  });
});
