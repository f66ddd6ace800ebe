import { useQuery } from '@tanstack/vue-query';
import { get, getAt, postForm, remove, type Upload } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

export type ImportReport = components['schemas']['ImportReport'];
export type ImportRow = components['schemas']['ImportRow'];
export type ImportSummary = components['schemas']['ImportSummary'];
export type CsvColumn = components['schemas']['CsvColumn'];
export type UndoPreview = components['schemas']['UndoPreview'];

const path = '/api/v1/imports';

function formOf(file: File, options: Record<string, unknown>): FormData {
  const form = new FormData();
  form.set('options', JSON.stringify(options));
  form.set('file', file, file.name);
  return form;
}

export function previewImport(file: File, options: Record<string, unknown>, upload: Upload = {}): Promise<ImportReport> {
  return postForm(`${path}/preview`, formOf(file, options), upload);
}

/** Imports; with the same key a retry does not import twice. */
export async function importFile(file: File, options: Record<string, unknown>, key: string, upload: Upload = {}): Promise<ImportReport> {
  const headers = { ...upload.headers, 'Idempotency-Key': key };
  const report = await postForm<ImportReport>(path, formOf(file, options), { ...upload, headers });
  forgetAll();
  return report;
}

export function previewUndo(id: number): Promise<UndoPreview> {
  return getAt(`${path}/${id}/undo`);
}

export async function undoImport(id: number): Promise<void> {
  await remove(`${path}/${id}`);
  forgetAll();
}

/** What is imported changes every figure. What is on the page is loaded again meanwhile. */
function forgetAll(): void {
  void queryClient.invalidateQueries();
}

export function useImports() {
  return useQuery(
    { queryKey: ['imports'], queryFn: async ({ signal }) => (await get(path, {}, signal)).data },
    queryClient,
  );
}
