import { useQuery } from '@tanstack/vue-query';
import type { MaybeRefOrGetter } from 'vue';
import { get, remove, sendAt } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

/** A bank account, card or wallet: not the account that one signs in to. */
export type BankAccount = components['schemas']['Account'];

const path = '/api/v1/accounts';

/** @param enabled whether they are wanted yet */
export function useBankAccounts(enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({ queryKey: ['accounts'], queryFn: async ({ signal }) => (await get(path, {}, signal)).data, enabled }, queryClient);
}

/** Adds an account, or changes the one of this id; an empty currency is none. */
export async function saveBankAccount(id: number | null, account: { name: string; currency: string }): Promise<void> {
  await (id === null ? sendAt('post', path, account) : sendAt('patch', `${path}/${id}`, account));
  forgetAll();
}

export async function deleteBankAccount(id: number): Promise<void> {
  await remove(`${path}/${id}`);
  forgetAll();
}

/** Transactions and rules carry the names of accounts. */
function forgetAll(): void {
  void queryClient.invalidateQueries();
}
