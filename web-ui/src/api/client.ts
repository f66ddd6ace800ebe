import { saveFile } from '../ui/saveFile';
import { noted } from './connection';
import { parseExact } from './exactJson';
import type { paths as AnalyticsPaths } from './schema/analytics';
import type { components, paths as AuthPaths } from './schema/auth';
import { session } from './session';

type Paths = AnalyticsPaths & AuthPaths;
export type Problem = components['schemas']['Problem'];

type Method = 'get' | 'post' | 'put' | 'patch';
type Operation<P extends keyof Paths, M extends Method> = Paths[P][M];
type PathsWith<M extends Method> = {
  [P in keyof Paths]: [Operation<P, M>] extends [undefined] ? never : P;
}[keyof Paths];
type Body<Content> = Content extends { content: infer Types } ? Types[keyof Types] : never;
type Answer<P extends keyof Paths, M extends Method> =
  Operation<P, M> extends { responses: { 200: infer Ok } } ? Body<Ok> : never;
type QueryOf<P extends keyof Paths> = Operation<P, 'get'> extends { parameters: { query?: infer Query } } ? Query : never;
type BodyOf<P extends keyof Paths, M extends Method> = Operation<P, M> extends { requestBody: infer Request } ? Body<Request> : never;

/** An answer that is not the one asked for. Status 0: there was none, the server could not be reached. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.detail ?? problem?.title ?? (status === 0 ? 'no answer' : `status ${status}`));
  }

  /** Whether the problem is of this kind: what its type ends with. */
  isOf(kind: string): boolean {
    return this.problem?.type?.split(/[:/]/).at(-1) === kind;
  }

  /** Whether the same request may succeed later. */
  get isTemporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export interface Page<T> {
  data: T;
  headers: Headers;
}

type Init = RequestInit & { headers?: Record<string, string> };

/** Goes with whatever is no GET, as no other site can make a browser send it. */
const fromHere = { 'X-Requested-With': 'spend-tracker' };

/** GETs as the signed-in user. */
export async function get<P extends PathsWith<'get'>>(
  path: P,
  query: QueryOf<P> | Record<string, never> = {},
  signal?: AbortSignal,
): Promise<Page<Answer<P, 'get'>>> {
  const response = await authorized(address(path, query as Record<string, unknown>), signal ? { signal } : {});
  return { data: (await read(response)) as Answer<P, 'get'>, headers: response.headers };
}

/** What answers that were read before came with. */
const etags = new WeakMap<object, string>();

/** GETs as the signed-in user what may be known from before: as long as the server says that it has not changed, it is answered again. */
export async function getAgain<P extends PathsWith<'get'>>(
  path: P,
  query: QueryOf<P>,
  known: (Answer<P, 'get'> & object) | undefined,
  signal: AbortSignal,
): Promise<Answer<P, 'get'>> {
  const etag = known && etags.get(known);
  const headers: Record<string, string> = etag ? { 'If-None-Match': etag } : {};
  const response = await authorized(address(path, query as Record<string, unknown>), { signal, headers });
  if (known && response.status === 304) return known;
  const answer = (await read(response)) as Answer<P, 'get'> & object;
  const newEtag = response.headers.get('ETag');
  if (newEtag) etags.set(answer, newEtag);
  return answer;
}

/** POSTs where a 401 is an answer to what was sent, not the end of a session. What has no body arrives even if the page is closed at once. */
export async function post<T = void>(path: string, body?: object): Promise<T> {
  return (await read(await request(path, body ? json('POST', body) : { method: 'POST', keepalive: true }))) as T;
}

/** Sends JSON as the signed-in user. */
export async function send<M extends Exclude<Method, 'get'>, P extends PathsWith<M>>(
  method: M,
  path: P,
  body: BodyOf<P, M>,
): Promise<Answer<P, M>> {
  return (await read(await authorized(path, json(method.toUpperCase(), body)))) as Answer<P, M>;
}

export interface Upload {
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Told how much of the form has been sent, from 0 to 1. */
  onProgress?: (sent: number) => void;
}

/** POSTs a form as the signed-in user. Not by fetch, which does not tell how much has been sent. */
export function postForm<T>(path: string, form: FormData, { headers = {}, signal, onProgress }: Upload = {}): Promise<T> {
  const since = session.since.value;
  const transfer = new XMLHttpRequest();
  return new Promise<T>((resolve, reject) => {
    transfer.open('POST', path);
    for (const [name, value] of Object.entries({ ...headers, ...fromHere })) transfer.setRequestHeader(name, value);
    transfer.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total);
    transfer.onload = () => {
      if (transfer.status === 401 && since) session.refused(since);
      try {
        resolve(answerOf(transfer.status, transfer.responseText) as T);
      } catch (error) {
        reject(error);
      }
    };
    transfer.onerror = () => reject(new ApiError(0, null));
    transfer.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    if (signal?.aborted) return transfer.onabort(new ProgressEvent('abort'));
    signal?.addEventListener('abort', () => transfer.abort());
    transfer.send(form);
  });
}

/**
 * Sends JSON, as the signed-in user, to what has its id in its path, or is answered by 201. With a version, only if
 * what is there is of that version still.
 */
export async function sendAt<T>(method: Exclude<Method, 'get'>, path: string, body: unknown = {}, version?: number): Promise<T> {
  const request = json(method.toUpperCase(), body);
  return (await read(await authorized(path, { ...request, headers: { ...request.headers, ...ifMatch(version) } }))) as T;
}

/** DELETEs as the signed-in user; with a version, only if what is there is of that version still. */
export async function remove<T>(path: string, version?: number): Promise<T> {
  return (await read(await authorized(path, { method: 'DELETE', headers: ifMatch(version) }))) as T;
}

/** GETs a file as the signed-in user, and hands it to the browser to be saved. */
export async function download(path: string, query: object, name: string): Promise<void> {
  const response = await authorized(address(path, query as Record<string, unknown>), {});
  if (!response.ok) throw new ApiError(response.status, problemIn(await response.text()));
  saveFile(await response.blob(), name);
}

function ifMatch(version: number | undefined): Record<string, string> {
  return version === undefined ? {} : { 'If-Match': `"${version}"` };
}

/** GETs what has its id in its path, as the signed-in user. */
export async function getAt<T>(path: string): Promise<T> {
  return (await read(await authorized(path, {}))) as T;
}

function json(method: string, body: unknown) {
  return { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

async function authorized(path: string, init: Init): Promise<Response> {
  const since = session.since.value;
  const response = await request(path, init);
  if (response.status === 401 && since) session.refused(since);
  return response;
}

/** Each of several values is named anew: a comma may be part of one. */
function address(path: string, query: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) parameters.append(name, String(one));
    }
  }
  return parameters.size > 0 ? `${path}?${parameters.toString()}` : path;
}

async function request(path: string, init: Init): Promise<Response> {
  const headers = init.method ? { ...init.headers, ...fromHere } : { ...init.headers };
  try {
    return await noted(fetch(path, { credentials: 'same-origin', ...init, headers }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, null);
  }
}

async function read(response: Response): Promise<unknown> {
  return answerOf(response.status, await response.text());
}

function answerOf(status: number, text: string): unknown {
  if (status < 200 || status > 299) throw new ApiError(status, problemIn(text));
  if (status === 204) return undefined;
  try {
    return parseExact(text);
  } catch {
    throw new ApiError(502, null);
  }
}

function problemIn(text: string): Problem | null {
  try {
    const problem = JSON.parse(text) as Problem | null;
    return typeof problem?.title === 'string' ? problem : null;
  } catch {
    return null;
  }
}
