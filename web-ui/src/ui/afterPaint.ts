import { type ShallowRef, shallowReadonly, shallowRef, watch } from 'vue';

/** Does it when the next frame is done. */
export function afterPaint(work: () => void): void {
  // A task that a frame asks for runs when that frame is done.
  requestAnimationFrame(() => setTimeout(work));
}

/**
 * Follows a list a frame later, or at once while it is empty. It is for what nobody sees, as places where a click counts
 * and names to be spoken: what is seen need not wait for them.
 */
export function useOncePainted<T>(source: () => readonly T[]): Readonly<ShallowRef<readonly T[]>> {
  const followed = shallowRef(source());
  watch(source, (list) => {
    const follow = () => (followed.value = list);
    if (followed.value.length === 0) follow();
    else requestAnimationFrame(() => requestAnimationFrame(follow));
  });
  return shallowReadonly(followed);
}
