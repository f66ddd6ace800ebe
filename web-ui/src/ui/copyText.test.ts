import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from './copyText';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function field() {
  const input = Object.assign(document.createElement('input'), { value: 'text' });
  document.body.append(input);
  return input;
}

test('copies by the clipboard', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  await expect(copyText(field())).resolves.toBe(true);
  expect(writeText).toHaveBeenCalledWith('text');
});

test.each([true, false])('without a clipboard, as over an unsafe connection, copies what is selected: %s', async (isCopied) => {
  vi.stubGlobal('navigator', {});
  document.execCommand = vi.fn().mockReturnValue(isCopied);
  const input = field();
  await expect(copyText(input)).resolves.toBe(isCopied);
  expect([input.selectionStart, input.selectionEnd]).toEqual([0, 4]);
});

test('says so where the browser refuses', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: vi.fn().mockRejectedValue(new DOMException('no', 'NotAllowedError')) } });
  await expect(copyText(field())).resolves.toBe(false);
});
