import { computed, readonly, ref, shallowRef } from 'vue';
import type { Upload } from '../../api/client';
import { importFile, type ImportReport, previewImport } from '../../api/imports';
import { answer, type Decisions, hasAmount, importOptions, isCurrency, isDecided, newKey, type Question, remembered, undecided } from '../../domain/imports';

export type Work = 'reading' | 'storing';

/** One file after the other: chosen, looked at, decided about, stored. */
export function useImport() {
  const waiting = shallowRef<readonly File[]>([]);
  const file = shallowRef<File | null>(null);
  const preview = shallowRef<ImportReport | null>(null);
  const report = shallowRef<ImportReport | null>(null);
  const questions = shallowRef<readonly Question[]>([]);
  const decisions = shallowRef<Decisions>(undecided);
  const failure = shallowRef<{ during: Work; error: unknown } | null>(null);
  const busy = ref<Work | null>(null);
  const sent = ref(0);
  let current = new AbortController();
  let key = newKey();

  const isComplete = computed(() => isCurrency(decisions.value.currency) && (!decisions.value.mapping || hasAmount(decisions.value.mapping)));
  const added = computed(() => (preview.value?.new_rows ?? 0) + decisions.value.keep.length);
  const isStopped = computed(() => decisions.value.onRejected === 'stop' && (preview.value?.rejected_rows ?? 0) > 0);
  const canStore = computed(
    () =>
      busy.value === null && failure.value?.during !== 'reading' && isComplete.value && !isStopped.value &&
      isDecided(questions.value, decisions.value) && added.value > 0,
  );

  function take(files: readonly File[]) {
    waiting.value = [...waiting.value, ...files];
    if (!file.value || report.value) next();
  }

  /** Goes on to the next file that waits, or to none. */
  function next() {
    const [first = null, ...rest] = waiting.value;
    current.abort();
    waiting.value = rest;
    file.value = first;
    preview.value = null;
    report.value = null;
    questions.value = [];
    decisions.value = undecided;
    failure.value = null;
    busy.value = null;
    key = newKey();
    if (first) void look();
  }

  /** Shows what the decisions come to; only the latest look counts. */
  async function look() {
    if (!isComplete.value || busy.value === 'storing') return;
    await attempt('reading', async (chosen, upload) => {
      const found = await previewImport(chosen, importOptions({ ...decisions.value, keep: [] }), upload);
      if (upload.signal.aborted) return;
      preview.value = found;
      questions.value = remembered(questions.value, found.questions);
    });
  }

  async function store() {
    if (!canStore.value) return;
    await attempt('storing', async (chosen, upload) => {
      report.value = await importFile(chosen, importOptions(decisions.value), key, upload);
    });
  }

  async function attempt(work: Work, run: (chosen: File, upload: Upload & { signal: AbortSignal }) => Promise<void>) {
    if (!file.value) return;
    current.abort();
    const mine = new AbortController();
    current = mine;
    busy.value = work;
    sent.value = 0;
    failure.value = null;
    try {
      await run(file.value, { signal: mine.signal, onProgress: (share) => current === mine && (sent.value = share) });
    } catch (error) {
      if (!mine.signal.aborted) failure.value = { during: work, error };
    } finally {
      if (current === mine) busy.value = null;
    }
  }

  /** A retry of the same import has the key of the first attempt; other decisions are another import. */
  function decide(changes: Partial<Decisions>) {
    if (busy.value === 'storing') return;
    decisions.value = { ...decisions.value, ...changes };
    key = newKey();
  }

  /** Decides what changes how the file is read: which rows are there already may differ then. */
  async function reread(changes: Partial<Decisions>) {
    decide({ ...changes, keep: [] });
    await look();
  }

  return {
    waiting, file, preview, report, questions, decisions, failure, busy: readonly(busy), sent: readonly(sent),
    added, isStopped, canStore, take, next, store,

    decide,
    reread,
    answer: (option: string, choice: string) => reread(answer(decisions.value, preview.value?.mapping ?? null, option, choice)),
    retry: () => (failure.value?.during === 'storing' ? store() : look()),
  };
}
