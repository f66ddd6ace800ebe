import { useQuery } from '@tanstack/vue-query';
import { get, getAt, postForm, remove } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

export type ImportReport = components['schemas']['ImportReport'];
export type ImportSummary = components['schemas']['ImportSummary'];
export type UndoPreview = components['schemas']['UndoPreview'];

/** What the user decides about a file. */
export interface ImportOptions {
  account?: string;
  date_order?: string;
  mapping?: ImportReport['mapping'];
}

const path = '/api/v1/imports';

function formOf(file: File, options: ImportOptions): FormData {
  const form = new FormData();
  form.set('options', JSON.stringify(options));
  form.set('file', file, file.name);
  return form;
}

export function previewImport(file: File, options: ImportOptions): Promise<ImportReport> {
  return postForm(`${path}/preview`, formOf(file, options));
}

/** Imports; with the same key a retry does not import twice. */
export async function importFile(file: File, options: ImportOptions, key: string): Promise<ImportReport> {
  const report = await postForm<ImportReport>(path, formOf(file, options), { 'Idempotency-Key': key });
  await queryClient.invalidateQueries();
  return report;
}

export function previewUndo(id: number): Promise<UndoPreview> {
  return getAt(`${path}/${id}/undo`);
}

export async function undoImport(id: number): Promise<void> {
  await remove(`${path}/${id}`);
  await queryClient.invalidateQueries();
}

export function useImports() {
  return useQuery(
    { queryKey: ['imports'], queryFn: async ({ signal }) => (await get(path, {}, signal)).data },
    queryClient,
  );
}
