import { computed, ref } from 'vue';

const isOffline = ref(!navigator.onLine);
const isUnanswered = ref(false);

addEventListener('offline', () => (isOffline.value = true));
addEventListener('online', () => (isOffline.value = isUnanswered.value = false));

/** Whether the server is out of reach: by what the browser says, which knows its cable only, and by the latest request. */
export const isConnectionLost = computed(() => isOffline.value || isUnanswered.value);

/** Notes whether a request has reached the server. */
export async function noted(request: Promise<Response>): Promise<Response> {
  try {
    const answer = await request;
    isUnanswered.value = false;
    return answer;
  } catch (failure) {
    const isEndedByUs = failure instanceof DOMException && failure.name === 'AbortError';
    if (!isEndedByUs) isUnanswered.value = true;
    throw failure;
  }
}
