/** Does what can wait until the page is there and has had some rest. */
export function whenIdle(work: () => void, restMillis = 3_000): void {
  const wait = () => setTimeout(() => ('requestIdleCallback' in window ? requestIdleCallback(work) : work()), restMillis);
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}
