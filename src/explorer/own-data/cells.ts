import type { ProfileDraft } from '../../contract/profile.ts';
import { normaliseHeader } from '../../ingest/header-name.ts';

type Columns = ProfileDraft['columns'];
type Rule = NonNullable<Columns[string]>;

/** As the ingest cleans a cell: every kind of space that exports contain becomes a plain one. */
export const cleaned = (text: string | undefined): string =>
  (text ?? '').replace(/[\u00a0\u202f\u2009\t\ufeff]/gu, ' ').trim();

/** Reads the cells of a row by the names of a profile. */
export class RowReader {
  private readonly at: Map<string, number>;
  private readonly missing: ReadonlySet<string>;
  private readonly columns: Columns;

  constructor(names: readonly string[], { columns, missing = [] }: ProfileDraft) {
    this.at = new Map(names.map((name, i) => [normaliseHeader(name), i] as const).reverse());
    this.missing = new Set(missing);
    this.columns = columns;
  }

  /** The position of a column by its header. */
  index(header: string): number {
    return this.at.get(normaliseHeader(header)) ?? -1;
  }

  /** A cell by its header, cleaned. */
  raw(cells: readonly string[], header: string): string {
    return cleaned(cells[this.index(header)]);
  }

  /** True where a text means that there is no value. */
  isMissing(text: string): boolean {
    return text === '' || this.missing.has(text);
  }

  /** One of our columns by the rules of the profile; empty where it is missing. */
  text(cells: readonly string[], name: string): string {
    const rule: Rule | undefined = this.columns[name];
    if (!rule?.from) return '';
    let text = this.raw(cells, rule.from);
    if (rule.split) text = (text.split(rule.split[0])[rule.split[1] - 1] ?? '').trim();
    if (this.isMissing(text)) return '';
    return String(rule.values?.[text] ?? text);
  }
}
