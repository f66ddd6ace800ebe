import { useQuery } from '@tanstack/vue-query';
import { eventsKey } from './account';
import { getAt, remove, sendAt } from './client';
import { queryClient } from './queryClient';

export const tokenScopes = ['read', 'write'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** What lets a program in as its owner, without the token itself. */
export interface ApiToken {
  id: number;
  name: string;
  scope: TokenScope;
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  last_address: string | null;
}

/** One that has just been made, the only time that the token itself is told. */
export type NewApiToken = ApiToken & { token: string };

const path = '/api/v1/users/me/tokens';
const tokensKey = ['api-tokens'];

/** The newest first. */
export function useApiTokens() {
  return useQuery({ queryKey: tokensKey, queryFn: () => getAt<ApiToken[]>(path), staleTime: 0 }, queryClient);
}

/** Takes the owner's password. */
export async function createApiToken(wanted: { name: string; scope: TokenScope; expires_in_days: number; password: string }): Promise<NewApiToken> {
  try {
    return await sendAt<NewApiToken>('post', path, wanted);
  } finally {
    forget();
  }
}

export async function revokeApiToken(id: number): Promise<void> {
  try {
    await remove(`${path}/${id}`);
  } finally {
    forget();
  }
}

function forget(): void {
  void queryClient.invalidateQueries({ queryKey: tokensKey });
  void queryClient.invalidateQueries({ queryKey: eventsKey });
}
