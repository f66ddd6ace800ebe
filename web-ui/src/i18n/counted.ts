/** A count with its noun in languages that have one form for one and another for all else. */
export function counted(count: number, text: string, one: string, many: string): string {
  return `${text} ${count === 1 ? one : many}`;
}
