import { ref, type Ref, watch } from 'vue';
import { afterPaint } from './afterPaint';

/**
 * Puts what is costly to draw on the page piece by piece, each once the one before is painted, the first time: so that what
 * matters most is seen first, and the page answers in between.
 *
 * @param isReady whether there is something to draw
 * @param last the number of the last piece; the one of number 0 waits for nothing
 * @returns the number of the piece up to which all may be drawn
 */
export function useStages(isReady: () => boolean, last: number): Ref<number> {
  const stage = ref(0);
  const next = () =>
    afterPaint(() => {
      stage.value++;
      if (stage.value < last) next();
    });
  watch(isReady, (is) => is && stage.value === 0 && next(), { immediate: true });
  return stage;
}
