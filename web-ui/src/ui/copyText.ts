/** Copies what is in a field, and leaves it selected; whether that went well. */
export async function copyText(field: HTMLInputElement): Promise<boolean> {
  field.focus();
  field.select();
  try {
    // Browsers have a clipboard for safe connections only.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) return document.execCommand('copy');
    await clipboard.writeText(field.value);
    return true;
  } catch {
    return false;
  }
}
