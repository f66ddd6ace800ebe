import { nextTick, type Ref, ref } from 'vue';
import { ApiError } from '../api/client';
import { t } from '../i18n';
import { errorText } from './errorText';

type Inputs = Record<string, Readonly<Ref<{ focus: () => void } | null>>>;

/**
 * A form that is sent once at a time and says at each field what is wrong with it. `inputs` are the fields in the order
 * of the page by their names in the API; `about` names the field that an answer of a status is about.
 */
export function useForm(inputs: Inputs, about: Record<number, string> = {}) {
  const busy = ref(false);
  const failure = ref<string | null>(null);
  const wrong = ref<Record<string, string>>({});

  /** Does the work; false if it failed, which is then said on the page. */
  async function submit(work: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    clear();
    try {
      await work();
      return true;
    } catch (error) {
      explain(error);
      await focusFirstWrong();
      return false;
    } finally {
      busy.value = false;
    }
  }

  /** Refuses what need not be sent to be known as wrong. */
  async function refuse(fields: Record<string, string>): Promise<void> {
    clear();
    wrong.value = fields;
    await focusFirstWrong();
  }

  function clear() {
    failure.value = null;
    wrong.value = {};
  }

  function explain(error: unknown) {
    wrong.value = fieldErrors(error, about);
    if (!Object.keys(inputs).some((field) => wrong.value[field])) failure.value = errorText(error);
  }

  async function focusFirstWrong() {
    await nextTick();
    const first = Object.keys(inputs).find((field) => wrong.value[field]);
    if (first) inputs[first]?.value?.focus();
  }

  return { busy, failure, wrong, submit, refuse, clear };
}

/** What an answer says about each field. */
export function fieldErrors(error: unknown, about: Record<number, string> = {}): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const named = about[error.status];
  if (named) return { [named]: errorText(error) };
  return Object.fromEntries((error.problem?.errors ?? []).map(({ field, message }) => [field ?? '', t.errors.field(message ?? '')]));
}
