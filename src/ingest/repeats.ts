import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import type { Examined } from './bytes.ts';
import type { Header } from './header.ts';
import { rawRows } from './scan.ts';
import type { SourceFile } from './source.ts';
import { identifier } from './sql.ts';

/**
 * Leaves out rows of the relation `scan` that repeat an earlier row of their file in every column used: a block that
 * was pasted twice says nothing new.
 */
export async function excludeRepeats(engine: Engine, present: readonly string[]): Promise<void> {
  const same = present.map(identifier).join(', ');
  const usable = '_excluded IS NULL AND _fault IS NULL';
  await engine.run(`UPDATE scan SET _excluded = 'repeated-row' WHERE rowid IN (SELECT id FROM
    (SELECT rowid AS id, row_number() OVER (PARTITION BY ${same} ORDER BY _row, rowid) AS copy FROM scan WHERE ${usable})
    WHERE copy > 1)`);
}

/**
 * Compares pupils by the columns that name them within the file, without keeping one. What the one pass over the file
 * suspects by a hash is counted exactly by reading it again.
 * @param suspected SQL of `n`, or undefined where the profile names no such columns
 * @throws Fault `repeated-pupils` unless the operator accepted so many
 */
export async function refuseRepeatedPupils(
  engine: Engine,
  path: string,
  file: SourceFile,
  header: Header,
  suspected: string | undefined,
): Promise<string[]> {
  if (suspected === undefined) return [];
  const [hint] = await engine.query<{ n: number }>(suspected);
  if (!hint || hint.n === 0) return [];
  const { unique } = file.profile;
  const columns = unique.map((name) => `trim(coalesce(c${header.index(name)}, ''))`);
  const [found] = await engine.query<{
    n: number;
  }>(`SELECT count(*) - count(DISTINCT (${columns.join(', ')}, '')) AS n
    FROM ${rawRows(path, header, file.profile)} WHERE ${columns.at(-1)} <> ''`);
  const n = found?.n ?? 0;
  if (n === 0) return [];
  const rule = 'repeated-pupils';
  if (n > (file.input.accept_rejected[rule] ?? 0))
    throw new Fault(rule, { file: file.name, column: unique.join(', ') }, { n, input: file.input.id, rule });
  return [`${rule} ${n}`];
}

/** Files of different inputs with the same bytes: probably the export of another year, saved under a new name. */
export function twinWarnings(
  files: readonly SourceFile[],
  examined: readonly Examined[],
): Map<number, string> {
  const first = new Map<string, SourceFile>();
  const warnings = new Map<number, string>();
  for (const [i, file] of files.entries()) {
    const sha256 = examined[i]?.sha256 ?? '';
    const twin = first.get(sha256);
    if (twin) warnings.set(file.number, `identical-to ${twin.name}`);
    else first.set(sha256, file);
  }
  return warnings;
}
