import { useQuery } from '@tanstack/vue-query';
import { eventsKey } from './account';
import { get, remove, sendAt } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/auth';

export type ApiToken = components['schemas']['ApiToken'];
export type ApiTokenRequest = components['schemas']['ApiTokenRequest'];
export type TokenScope = ApiToken['scope'];

/** One that has just been made, the only time that the token itself is told. */
export type NewApiToken = ApiToken & { token: string };

export const tokenScopes: readonly TokenScope[] = ['read', 'write'];
const path = '/api/v1/users/me/tokens';
const tokensKey = ['api-tokens'];

/** The newest first. */
export function useApiTokens() {
  return useQuery({ queryKey: tokensKey, queryFn: async ({ signal }) => (await get(path, {}, signal)).data, staleTime: 0 }, queryClient);
}

/** Takes the owner's password. */
export async function createApiToken(wanted: ApiTokenRequest): Promise<NewApiToken> {
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
