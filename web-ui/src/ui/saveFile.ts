/** Lets the browser keep something as a file. */
export function saveFile(content: Blob, name: string): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(content), download: name });
  link.click();
  // Not at once: the browser has to have begun reading it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
