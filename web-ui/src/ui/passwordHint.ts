import { t } from '../i18n';

const varied = 10;

/** What a new password still lacks: its length counts as the server counts it, by characters. */
export function passwordHint(password: string, shortest = 15): string {
  const length = Array.from(password).length;
  if (length === 0) return t.signUp.passwordHint(shortest);
  if (length < shortest) return t.signUp.passwordShort(shortest - length);
  return new Set(password).size >= varied ? t.signUp.passwordStrong : t.signUp.passwordFair;
}
