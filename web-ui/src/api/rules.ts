import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { draftOf, type RuleParts, ruleOf } from '../domain/rules';
import { get, remove, send, sendAt } from './client';
import { queryClient } from './queryClient';
import type { components } from './schema/analytics';

export type Rule = components['schemas']['Rule'];
export type RulePreview = components['schemas']['RulePreview'];
export type RuleEffect = components['schemas']['RuleEffect'];

const path = '/api/v1/rules';
const rulesKey = ['rules', 'list'];

/** The rules in the order in which they are tried. */
export function useRules() {
  return useQuery({ queryKey: rulesKey, queryFn: async ({ signal }) => (await get(path, {}, signal)).data }, queryClient);
}

/** What a rule would change; nothing is asked for null. The former answer stays until the new one is there. */
export function useRulePreview(rule: Ref<RuleParts | null>) {
  return useQuery(
    computed(() => {
      const asked = rule.value;
      return {
        queryKey: ['rules', 'preview', asked],
        queryFn: async (): Promise<RulePreview | null> => (asked === null ? null : send('post', `${path}/preview`, asked)),
        enabled: asked !== null,
        staleTime: 0,
        placeholderData: keepPreviousData<RulePreview | null>,
      };
    }),
    queryClient,
  );
}

/** Adds a rule after the others, or changes the one of this id. */
export async function saveRule(id: number | null, rule: RuleParts): Promise<Rule> {
  const saved = await (id === null ? sendAt<Rule>('post', path, rule) : sendAt<Rule>('put', `${path}/${id}`, rule));
  forgetRules();
  return saved;
}

/** Changes what is stored, and answers how many transactions that were. */
export async function applyRule(id: number): Promise<number> {
  const { changed } = await sendAt<{ changed: number }>('post', `${path}/${id}/apply`);
  void queryClient.invalidateQueries();
  return changed;
}

export async function deleteRule(id: number): Promise<void> {
  await remove(`${path}/${id}`);
  forgetRules();
}

/** Brings a deleted rule back to the place that it had among the others. */
export async function restoreRule(rule: Rule, index: number): Promise<void> {
  const others = (await get(path)).data.map(({ id }) => id);
  const { id } = await saveRule(null, ruleOf(draftOf(rule)));
  await orderRules([...others.slice(0, index), id, ...others.slice(index)]);
}

/** Puts the rules into this order, on the page at once. */
export async function orderRules(ids: readonly number[]): Promise<void> {
  await queryClient.cancelQueries({ queryKey: rulesKey });
  queryClient.setQueryData<Rule[]>(rulesKey, (rules) =>
    rules && [...rules].sort((first, second) => ids.indexOf(first.id) - ids.indexOf(second.id)),
  );
  try {
    await sendAt('put', `${path}/order`, { ids });
  } finally {
    forgetRules();
  }
}

/** Categories say how many rules they have. */
function forgetRules(): void {
  void queryClient.invalidateQueries({ queryKey: ['rules'] });
  void queryClient.invalidateQueries({ queryKey: ['categories', 'usage'] });
}
