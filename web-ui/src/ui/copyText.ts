/** Copies what is in a field, and leaves it selected; whether that went well. */
export async function copyText(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Browsers have a clipboard for safe connections only; what is selected they may copy still.
    return document.execCommand('copy');
  }
}
