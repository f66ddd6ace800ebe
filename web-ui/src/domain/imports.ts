/** Something that a file leaves open, and the values that it allows, the likeliest first. */
export interface Question {
  option: string;
  choices: readonly string[];
  why: string;
}

export const dateOrders = ['DMY', 'MDY', 'YMD'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** What a column of a CSV file can be, where at most one column is it. */
export const columnRoles = [
  'date_column',
  'amount_column',
  'debit_column',
  'credit_column',
  'type_column',
  'payee_column',
  'category_column',
  'currency_column',
  'account_column',
  'reference_column',
  'balance_column',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Columns by their numbers, counted from 0; null for what a file does not have. */
export type Columns = Record<Exclude<ColumnRole, 'date_column'>, number | null> & {
  date_column: number;
  description_columns: number[];
};

/** How a CSV file is understood. */
export interface CsvMapping {
  encoding: string;
  delimiter: string;
  quote: string;
  skip_lines: number;
  header: boolean;
  date_order: DateOrder;
  decimal_separator: string;
  inverted: boolean;
  columns: Columns;
}

/** What the user decides about one file. */
export interface Decisions {
  account: string;
  currency: string;
  /** Answers by the option of their question. */
  answers: Readonly<Record<string, string>>;
  /** Null as long as the file is understood as the server proposes. */
  mapping: CsvMapping | null;
  onRejected: 'skip' | 'stop';
  /** Numbers of rows to store although they are there already. */
  keep: readonly number[];
}

export const undecided: Decisions = { account: '', currency: '', answers: {}, mapping: null, onRejected: 'skip', keep: [] };

/** The same as options of the API; what is left to the server is left out. */
export function importOptions(decisions: Decisions): Record<string, unknown> {
  const { account, currency, answers, mapping, onRejected, keep } = decisions;
  return {
    ...(account.trim() && { account: account.trim() }),
    ...(currency.trim() && { currency: currency.trim().toUpperCase() }),
    ...(answers.date_order && { date_order: answers.date_order }),
    ...(mapping && { mapping }),
    ...(onRejected === 'stop' && { on_rejected: onRejected }),
    ...(keep.length > 0 && { keep_duplicates: keep }),
  };
}

/** Decisions with one more answer. What the API takes as a part of the mapping alone makes that the user's own. */
export function answer(decisions: Decisions, proposed: CsvMapping | null, option: string, choice: string): Decisions {
  const mapping = decisions.mapping ?? (option === 'date_order' ? null : proposed);
  return {
    ...decisions,
    answers: { ...decisions.answers, [option]: choice },
    mapping: mapping && option in mapping ? { ...mapping, [option]: choice } : mapping,
  };
}

/**
 * The questions of a file, known ones first. They are remembered, because the server takes a mapping for the
 * answer to them all, even to those that its own guess answered.
 */
export function remembered(known: readonly Question[], asked: readonly Question[]): Question[] {
  return [...known, ...asked.filter((question) => !known.some(({ option }) => option === question.option))];
}

export function isDecided(questions: readonly Question[], { answers }: Decisions): boolean {
  return questions.every(({ option }) => answers[option] !== undefined);
}

/** One signed amount, or two columns for what left and what came: one way shuts the other out. */
export function withColumn(mapping: CsvMapping, role: ColumnRole, column: number | null): CsvMapping {
  const columns = { ...mapping.columns, [role]: column } as Columns;
  if (column !== null && role === 'amount_column') Object.assign(columns, { debit_column: null, credit_column: null });
  if (column !== null && (role === 'debit_column' || role === 'credit_column')) columns.amount_column = null;
  if (columns.amount_column === null) columns.type_column = null;
  return { ...mapping, columns };
}

/** Descriptions are joined in the order of the file. */
export function withDescription(mapping: CsvMapping, column: number, used: boolean): CsvMapping {
  const others = mapping.columns.description_columns.filter((other) => other !== column);
  const description_columns = used ? [...others, column].sort((one, other) => one - other) : others;
  return { ...mapping, columns: { ...mapping.columns, description_columns } };
}

/** Whether the mapping says where the amounts are. */
export function hasAmount({ columns }: CsvMapping): boolean {
  return columns.amount_column !== null || (columns.debit_column !== null && columns.credit_column !== null);
}

/** Blank for "as the file or the server has it". */
export function isCurrency(text: string): boolean {
  return /^\s*([A-Za-z]{3})?\s*$/.test(text);
}

/** A key that no other import has. Not crypto.randomUUID(), which browsers only offer over TLS. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
