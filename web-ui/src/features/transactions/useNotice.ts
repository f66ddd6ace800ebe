import { shallowRef } from 'vue';
import { t } from '../../i18n';
import { errorText } from '../../ui/errorText';

interface Notice {
  text: string;
  /** Takes back what has been done. */
  undo?: () => Promise<unknown>;
}

/** What has just happened, and how to take it back. */
export function useNotice() {
  const notice = shallowRef<Notice>({ text: '' });

  /** Does what a click asks for; what goes wrong is said. */
  async function attempt(work: () => Promise<Notice>) {
    try {
      notice.value = await work();
    } catch (error) {
      notice.value = { text: errorText(error) };
    }
  }

  async function undo() {
    const { undo: work } = notice.value;
    if (!work) return;
    notice.value = { text: '' };
    await attempt(async () => {
      await work();
      return { text: t.transactions.undone };
    });
  }

  return {
    notice,
    attempt,
    undo,
    say: (text: string) => (notice.value = { text }),
    dismiss: () => (notice.value = { text: '' }),
  };
}
