/** Why there is no passkey to be had: browser or connection know none, none counts at this address, the device has one of this account. */
export type PasskeyObstacle = 'unsupported' | 'address' | 'known';

const obstacles: Record<string, PasskeyObstacle> = { SecurityError: 'address', InvalidStateError: 'known' };
const refusals = ['NotAllowedError', 'AbortError'];

export class PasskeyError extends Error {
  override readonly name = 'PasskeyError';

  constructor(readonly obstacle: PasskeyObstacle) {
    super(obstacle);
  }
}

/** What is known beforehand to keep passkeys from this page; null: nothing. */
export function passkeyObstacle(): PasskeyObstacle | null {
  // Browsers show it to secure pages only.
  if (!('PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential)) return 'unsupported';
  return isIpAddress(location.hostname) ? 'address' : null;
}

const isIpAddress = (host: string) => /^(?:\[.*|[\d.]+)$/.test(host);

/** What the browser has answered, as the server takes it; null: the person did not want to. */
export async function answerOf(asked: Promise<Credential | null>): Promise<object | null> {
  try {
    return ((await asked) as PublicKeyCredential).toJSON() as object;
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (refusals.includes(name)) return null;
    const obstacle = obstacles[name];
    throw obstacle ? new PasskeyError(obstacle) : error;
  }
}
