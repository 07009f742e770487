import type { Engine } from '../contract/engine.ts';
import { Fault, type Rejection } from '../contract/fault.ts';
import type { ColumnFate, SourceAccount } from '../contract/public.ts';
import { hasUnknownLines, listed, resolveLines } from './lines.ts';
import type { ReadSource } from './reader.ts';
import type { SourceFile } from './source.ts';
import { tablesInOrder } from './staging.ts';

/** Lists rejected rows with file, line, column and rule; values are never told. */
export async function listRejections(engine: Engine, sources: readonly ReadSource[]): Promise<Rejection[]> {
  for (const { file, withText } of sources) {
    const number = file.number;
    if (!(await hasUnknownLines(engine, number))) continue;
    await withText((path, skip) => resolveLines(engine, number, path, skip));
  }
  const rows = await engine.query<{
    _file: number;
    line: number | null;
    column: string;
    rule: string;
    school: string | null;
  }>(`SELECT _file, line, "column", rule, school FROM rejections
    ORDER BY _file, line NULLS LAST, "column", rule, school LIMIT ${listed}`);
  return rows.map(({ _file, line, column, rule, school }) => {
    const file = sources.find(({ file }) => file.number === _file)?.file;
    const header = file && headerOf(file, column);
    return {
      file: file?.name ?? '?',
      line: line ?? 0,
      column,
      ...(header ? { header } : {}),
      rule,
      ...(school === null ? {} : { school }),
    };
  });
}

/** What the file calls our columns, with a plus between them as between ours; those that it does not have are left out. */
const headerOf = ({ profile }: SourceFile, column: string): string =>
  column
    .split('+')
    .flatMap((name) => profile.columns[name]?.from ?? [])
    .join(' + ');

async function countsByFile(engine: Engine, sql: string): Promise<Map<number, number>> {
  const rows = await engine.query<{ _file: number; n: number }>(sql);
  return new Map(rows.map(({ _file, n }) => [_file, n]));
}

const pupilKey = 'school_id, year, procedure, subject, grade, session';

/** Raw rows by file that the accepted rows of every staged table stand for. */
async function accepted(engine: Engine): Promise<Map<number, number>> {
  const parts = tablesInOrder.map((table) => {
    const rest = table === 'results' ? ' AND _row IS NOT NULL AND NOT suppressed' : '';
    return `SELECT _file, _rows FROM staged_${table} WHERE _rows > 0 AND _file IS NOT NULL${rest}`;
  });
  return countsByFile(
    engine,
    `SELECT _file, sum(_rows) AS n FROM (${parts.join(' UNION ALL ')}
      UNION ALL SELECT _file, _rows FROM staged_parts
      UNION ALL SELECT p._file, p.rows FROM pupil_rows p
        SEMI JOIN (FROM staged_results WHERE _row IS NULL) USING (${pupilKey})) GROUP BY 1`,
  );
}

/** Rejected raw rows by file and rule; a rejected group of pupils counts as its pupils. */
async function rejectedByRule(engine: Engine): Promise<Map<number, Record<string, number>>> {
  const rows = await engine.query<{ _file: number; rule: string; n: number }>(
    'SELECT _file, rule, sum(rows) AS n FROM rejections GROUP BY 1, 2 ORDER BY 1, 2',
  );
  const result = new Map<number, Record<string, number>>();
  for (const { _file, rule, n } of rows) result.set(_file, { ...result.get(_file), [rule]: n });
  return result;
}

const total = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);

function checkAccepted(source: ReadSource, rules: Record<string, number>): void {
  const accepted = source.file.input.accept_rejected;
  const beyond = Object.entries(rules).find(([rule, n]) => n > (accepted[rule] ?? 0));
  if (!beyond) return;
  const [rule, n] = beyond;
  const lost = Object.fromEntries(Object.entries(rules).filter(([, rows]) => rows > 0));
  const details = { rule, n, input: source.file.input.id, accept: JSON.stringify(lost) };
  throw new Fault('rows-rejected', { file: source.file.name }, details);
}

/** The account of a file with what the quality report tells beside it. */
export interface FileAccount extends SourceAccount {
  rejected_by: Record<string, number>;
  columns: ColumnFate[];
  /** For a file with a row per pupil: groups of pupils, by school and work, that were taken from it. */
  groups?: number;
}

/**
 * Closes the books: rows in = published + suppressed + excluded + rejected, per file.
 * @throws Fault `rows-do-not-add-up` when a row was lost or counted twice (a fault of ours, not of the file)
 * @throws Fault `rows-rejected` when more rows were rejected than the operator accepted
 */
export async function closeAccounts(engine: Engine, sources: readonly ReadSource[]): Promise<FileAccount[]> {
  const published = await accepted(engine);
  const suppressed = await countsByFile(
    engine,
    'SELECT _file, sum(_rows) AS n FROM staged_results WHERE suppressed GROUP BY 1',
  );
  const groups = await countsByFile(engine, 'SELECT _file, count(*) AS n FROM pupil_rows GROUP BY 1');
  const rejected = await rejectedByRule(engine);
  return sources.map((source) => {
    const { number, name, input } = source.file;
    const rules = rejected.get(number) ?? {};
    const account: FileAccount = {
      input: input.id,
      file: name,
      sha256: source.examined.sha256,
      bytes: source.examined.bytes,
      rows_in: source.rowsIn,
      published: published.get(number) ?? 0,
      suppressed: suppressed.get(number) ?? 0,
      excluded: source.excluded,
      rejected: total(rules),
      rejected_by: Object.fromEntries(Object.entries(rules).filter(([, rows]) => rows > 0)),
      columns: source.columns,
      dropped_columns: source.droppedColumns,
      warnings: source.warnings,
      ...(groups.has(number) ? { groups: groups.get(number) as number } : {}),
    };
    const sum = account.published + account.suppressed + total(account.excluded) + account.rejected;
    if (sum !== account.rows_in)
      throw new Fault('rows-do-not-add-up', { file: name }, { rows_in: account.rows_in, sum });
    checkAccepted(source, rules);
    return account;
  });
}
