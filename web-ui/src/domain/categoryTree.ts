interface Named {
  id: number;
  parent_id: number | null;
}

export interface Branch<T> {
  top: T;
  /** All below it, however deep. */
  parts: T[];
}

/** Categories in two levels, in the order in which they are given. What has no known parent is at the top. */
export function branchesOf<T extends Named>(categories: readonly T[]): Branch<T>[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  const tops = new Map<T, Branch<T>>();
  for (const category of categories) {
    if (topOf(category, byId) === category) tops.set(category, { top: category, parts: [] });
  }
  for (const category of categories) {
    const top = topOf(category, byId);
    if (top !== category) tops.get(top)?.parts.push(category);
  }
  return [...tops.values()];
}

/** What a category may become a part of, so that there are two levels: nothing, where it has parts itself. */
export function possibleParents<T extends Named>(categories: readonly T[], id: number | null): T[] {
  if (categories.some((category) => category.parent_id === id && id !== null)) return [];
  const parent = categories.find((category) => category.id === id)?.parent_id ?? null;
  return categories.filter((category) => category.id !== id && (category.parent_id === null || category.id === parent));
}

function topOf<T extends Named>(category: T, byId: ReadonlyMap<number, T>): T {
  let top = category;
  // As often as there are categories at most: a circle must not hang the page.
  for (let step = 0; step < byId.size && top.parent_id !== null; step++) {
    top = byId.get(top.parent_id) ?? top;
  }
  return top;
}
