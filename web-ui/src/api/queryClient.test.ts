import { QueryObserver } from '@tanstack/vue-query';
import { flushPromises } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { queryClient } from './queryClient';

test('what is asked for the first time while something changes is asked for again', async () => {
  const answers: ((text: string) => void)[] = [];
  const observer = new QueryObserver<string>(queryClient, { queryKey: ['first'], queryFn: () => new Promise((resolve) => answers.push(resolve)) });
  const stop = observer.subscribe(() => undefined);

  void queryClient.invalidateQueries();
  await flushPromises();
  answers[0]?.('of before');
  await flushPromises();
  answers[1]?.('of now');
  await flushPromises();

  expect(observer.getCurrentResult().data).toBe('of now');
  expect(answers).toHaveLength(2);
  stop();
});
