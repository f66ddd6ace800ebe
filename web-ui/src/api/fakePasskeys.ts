import { vi } from 'vitest';

/** What the browser of a test answers for a passkey that it has, or has made. */
export const credential = { toJSON: () => ({ id: 'AQID', type: 'public-key' }) };

/** Lets the browser of a test know passkeys, as long as its other globals are stubbed; it takes the options as they are. */
export function stubPasskeys() {
  const create = vi.fn<(options: CredentialCreationOptions) => Promise<unknown>>().mockResolvedValue(credential);
  const get = vi.fn<(options: CredentialRequestOptions) => Promise<unknown>>().mockResolvedValue(credential);
  const asTheyAre = (options: unknown) => options;
  vi.stubGlobal('PublicKeyCredential', { parseCreationOptionsFromJSON: asTheyAre, parseRequestOptionsFromJSON: asTheyAre });
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { create, get } });
  return { create, get };
}
