/** A published count: which table, whose row, which column. */
export interface CellName {
  table: string;
  /** The row's key, as published: column → value. */
  key: Readonly<Record<string, string | number>>;
  column: string;
}

/** One equation of a chain: what adds up to what. */
export interface Step {
  relation: Relation;
  /** The total, or the row that the equation is about. */
  of: CellName;
  /** What is published of the total; `null`: nothing. */
  total: readonly [low: number, high: number] | null;
  /** Members that are hidden. */
  hidden: readonly CellName[];
  /** Members that are published exactly, and their sum. */
  known: { count: number; sum: number };
  /** Which release the total is from: 0 is the newest. */
  release: number;
}

/** Why an equation holds. The words are in the catalogue. */
export const relations = [
  'marks-sum',
  'failed-is-2',
  'part-of-whole',
  'passed',
  'journal-sum',
  'gap-in-journal',
  'sum-of-schools',
  'sum-of-municipalities',
  'pool',
  'derived-range',
  'rate',
  'previous-release',
] as const;
export type Relation = (typeof relations)[number];

/** What is wrong. Leaks fail the audit; notes are told. The words are in the catalogue. */
export const kinds = {
  /** A hidden count has one possible value. */
  exact: 'leak',
  /** A hidden count has fewer possible values than published. */
  narrowed: 'leak',
  /** A count of which nothing is published has one possible value, not 0. */
  inferred: 'leak',
  /** Nobody of a hidden group can have been counted: 0 is not protected. */
  'inferred-zero': 'note',
  /** Everybody of a hidden group failed, or has the same mark. */
  'one-outcome': 'leak',
  /** No table agrees with what is published: the numbers contradict each other. */
  impossible: 'leak',
  /** A linear program ended without an optimum. */
  unsolved: 'leak',
  /** A group under the minimum is published exactly, or what it did. */
  'small-group': 'leak',
  /** A small number of failing pupils is published exactly. */
  'few-failing': 'leak',
  /** All participants of a published row are in one mark. */
  'one-mark': 'leak',
  /** A mean over fewer pupils than the minimum is published. */
  'small-mean': 'leak',
  /** The mean of hidden pupils, fewer than the minimum, follows from means of others. */
  'hidden-mean': 'leak',
  /** Two files of one release disagree. */
  disagreement: 'leak',
  /** A planted word is in a file. */
  canary: 'leak',
  /** Rows stand in an order that the published values do not explain. */
  'row-order': 'leak',
  /** Statistics inside a file say more than its rows. */
  statistics: 'leak',
  /** A page shows a number that no published row has. */
  page: 'leak',
  /** The release was made for official use: nothing is hidden. */
  internal: 'leak',
} as const;
export type Kind = keyof typeof kinds;

/** One thing that the attacker found. */
export interface Finding {
  kind: Kind;
  /** What it is about; absent where a file as a whole is. */
  cell?: CellName;
  file?: string;
  /** 0: the newest release. */
  release: number;
  published?: readonly [low: number, high: number] | null;
  feasible?: readonly [low: number, high: number];
  /** Further numbers or words for the sentence. */
  details?: Readonly<Record<string, string | number>>;
  /** The equations that betray the cell, in the order of use. */
  chain: readonly Step[];
}
