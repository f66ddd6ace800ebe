/** Whether a key is meant for the page, not for something that is written or chosen in. */
export function isForThePage(event: KeyboardEvent): boolean {
  const { tagName, isContentEditable } = event.target as HTMLElement;
  const isModified = event.ctrlKey || event.metaKey || event.altKey;
  return !isModified && !isContentEditable && !/^(INPUT|SELECT|TEXTAREA)$/.test(tagName) && document.querySelector('dialog[open]') === null;
}
