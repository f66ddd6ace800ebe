import { keepPreviousData, useQueries, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { Decimal } from '../domain/decimal';
import type { ListParameters, Sort } from '../domain/listFilters';
import { ApiError, download, get, remove, sendAt } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

export type Transaction = components['schemas']['Transaction'];
export type TransactionRequest = components['schemas']['TransactionRequest'];

/** Some rows, and the count of all that match. */
export interface TransactionPage {
  rows: Transaction[];
  total: number;
}

export const pageSize = 50;
/** As many as the API changes at once. */
export const maxBulk = 10_000;

const path = '/api/v1/transactions';
const pagesKey = ['transactions', 'page'];

async function fetchPage(parameters: object, skip: number, limit: number, signal?: AbortSignal): Promise<TransactionPage> {
  const { data, headers } = await get(path, { ...parameters, skip, limit }, signal);
  return { rows: data, total: Number(headers.get('X-Total-Count') ?? data.length) };
}

export type ListQuestion = ListParameters & { sort: Sort };

function pageQuery(question: ListQuestion, page: number) {
  return {
    queryKey: [...pagesKey, question, page],
    queryFn: ({ signal }: { signal: AbortSignal }) => fetchPage(question, page * pageSize, pageSize, signal),
  };
}

/** The first page of a list, which tells how long the list is; the former answer stays until the new one is there. */
export function useFirstPage(question: Ref<ListQuestion>) {
  return useQuery(
    computed(() => ({ ...pageQuery(question.value, 0), placeholderData: keepPreviousData<TransactionPage> })),
    queryClient,
  );
}

/** Asks before the list does. */
export function prefetchFirstPage(question: ListQuestion): void {
  void queryClient.prefetchQuery(pageQuery(question, 0));
}

/** The rows of the pages that are wanted, by their places in the list, as far as they are there. */
export function useRows(question: Ref<ListQuestion>, pages: Ref<readonly number[]>) {
  const answers = useQueries({ queries: computed(() => pages.value.map((page) => pageQuery(question.value, page))) }, queryClient);
  const rows = computed(() => {
    const found = new Map<number, Transaction>();
    answers.value.forEach(({ data }, index) =>
      data?.rows.forEach((row, place) => found.set((pages.value[index] ?? 0) * pageSize + place, row)),
    );
    return found;
  });
  return { rows, failure: computed(() => answers.value.find(({ isError }) => isError)) };
}

/** All that match, at most as many as can be changed at once. */
export async function allOf(question: ListQuestion): Promise<Transaction[]> {
  const limit = 1_000;
  const rows: Transaction[] = [];
  for (let skip = 0; skip < maxBulk; skip += limit) {
    const page = await fetchPage(question, skip, limit);
    rows.push(...page.rows);
    if (rows.length >= page.total || page.rows.length === 0) break;
  }
  return rows;
}

export async function addTransaction(request: TransactionRequest): Promise<Transaction> {
  return changed(await sendAt<Transaction>('post', path, request));
}

export async function replaceTransaction({ id, version }: Transaction, request: TransactionRequest): Promise<Transaction> {
  return changed(await current(sendAt<Transaction>('put', `${path}/${id}`, request, version)));
}

/** The row shows its new category at once, and its former one again if the server refuses. */
export async function recategorise(transaction: Transaction, category: string): Promise<Transaction> {
  const { id, version } = transaction;
  show({ ...transaction, category, category_source: 'hand' });
  try {
    return changed(await current(sendAt<Transaction>('patch', `${path}/${id}`, { category }, version)));
  } catch (error) {
    show(transaction);
    throw error;
  }
}

export async function deleteTransaction({ id, version }: Transaction): Promise<void> {
  await current(remove(`${path}/${id}`, version));
  forgetAll();
}

export async function restoreTransaction(id: number): Promise<Transaction> {
  return changed(await sendAt<Transaction>('post', `${path}/${id}/restore`));
}

export interface BulkChange {
  category?: string;
  kind?: string;
}

/** Changes many alike, and answers how many. */
export async function changeAll(ids: readonly number[], change: BulkChange): Promise<number> {
  const answer = await sendAt<{ changed: number }>('post', `${path}/bulk`, { ids, ...change });
  forgetAll();
  return answer.changed;
}

export interface SplitPart {
  amount: Decimal;
  category: string;
  description: string | null;
}

export async function splitTransaction({ id, version }: Transaction, parts: readonly SplitPart[]): Promise<void> {
  await current(sendAt('post', `${path}/${id}/split`, { parts }, version));
  forgetAll();
}

/** Makes a split transaction whole again; `id` is that of its first part. */
export async function joinTransaction(id: number): Promise<void> {
  await remove(`${path}/${id}/split`);
  forgetAll();
}

export type ExportFormat = 'csv' | 'jsonl';

export function exportTransactions(parameters: ListParameters, format: ExportFormat): Promise<void> {
  return download(`${path}/export`, { ...parameters, format }, `transactions.${format}`);
}

/** Shows the new state where the old one was, until every list and figure has been asked for anew. */
function changed(now: Transaction): Transaction {
  show(now);
  forgetAll();
  return now;
}

function show(now: Transaction): void {
  queryClient.setQueriesData<TransactionPage>({ queryKey: pagesKey }, (page) =>
    page && { ...page, rows: page.rows.map((row) => (row.id === now.id ? now : row)) },
  );
}

/** Whoever meant a version that is no longer there has to see the present one. */
async function current<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 412 || error.status === 404)) forgetAll();
    throw error;
  }
}

function forgetAll(): void {
  void queryClient.invalidateQueries();
}
