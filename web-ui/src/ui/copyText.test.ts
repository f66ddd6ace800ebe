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

const refused = { writeText: vi.fn().mockRejectedValue(new DOMException('no', 'NotAllowedError')) };

test.each([
  ['without a clipboard, as over an unsafe connection', undefined, true],
  ['where the clipboard refuses', refused, true],
  ['and says so if that is refused, too', refused, false],
])('copies what is selected %s', async (_when, clipboard, isCopied) => {
  vi.stubGlobal('navigator', { clipboard });
  document.execCommand = vi.fn().mockReturnValue(isCopied);
  const input = field();
  await expect(copyText(input)).resolves.toBe(isCopied);
  expect([input.selectionStart, input.selectionEnd]).toEqual([0, 4]);
});
