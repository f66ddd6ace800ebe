import { onScopeDispose, readonly, type Ref, ref, watch } from 'vue';

/** Whether something has been so for a while. A sign that people have to wait is for those who do: it is not to flicker. */
export function useLasting(isSo: () => boolean, millis = 200): Readonly<Ref<boolean>> {
  const lasts = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  watch(
    isSo,
    (is) => {
      stop();
      if (is) timer = setTimeout(() => (lasts.value = true), millis);
      else lasts.value = false;
    },
    { immediate: true },
  );
  onScopeDispose(stop);
  return readonly(lasts);
}
