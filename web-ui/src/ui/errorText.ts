import { ApiError } from '../api/client';
import { PasskeyError } from '../api/webAuthn';
import { t } from '../i18n';

/** What a person is told about an error: what happened and what to do. */
export function errorText(error: unknown): string {
  if (error instanceof PasskeyError) return t.passkeys.obstacles[error.obstacle];
  if (!(error instanceof ApiError)) return t.errors.unexpected;
  if (error.status === 0) return t.errors.unreachable;
  if (error.status === 412) return t.errors.changedElsewhere;
  if (error.status >= 500) return t.errors.unavailable;
  const { type = '', title, detail } = error.problem ?? {};
  const said = detail ?? title;
  if (error.status === 429 && !detail) return t.errors.tooMany;
  return said ? t.errors.problem(type, said) : t.errors.unexpected;
}
