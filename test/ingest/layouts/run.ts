import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkStaged } from '../../../src/canonical/check.ts';
import { loadReference, readSubjects } from '../../../src/canonical/reference.ts';
import type { Row } from '../../../src/contract/engine.ts';
import type { Rejection } from '../../../src/contract/fault.ts';
import { closeAccounts, listRejections } from '../../../src/ingest/account.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { mergeParts } from '../../../src/ingest/parts.ts';
import { readSourceSet } from '../../../src/ingest/source.ts';
import { openNative } from '../../../src/query/native.ts';

const reference = 'data/reference';
const tables = [
  'municipalities',
  'schools',
  'results',
  'score_distribution',
  'observations',
  'deficits',
  'bias_list',
];

export interface Staged {
  accounts: object[];
  rejections: Rejection[];
  /** Rows of the canonical tables, without empty columns. */
  tables: Record<string, Row[]>;
}

const withoutEmpty = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** Reads a source set as far as the checked tables; nothing is published. */
export async function stagedOf(
  folder: string,
  onRejected?: (rejections: Rejection[]) => void,
): Promise<Staged> {
  const temporary = mkdtempSync(join(tmpdir(), 'dinamika-test-'));
  const engine = await openNative({ memoryLimit: '1GB' });
  try {
    await loadReference(engine, reference);
    const set = readSourceSet(folder);
    const sources = await ingest(set, readSubjects(reference), { engine, temporary, progress: () => {} });
    await checkStaged(engine);
    await mergeParts(engine);
    const rejections = await listRejections(engine, sources);
    onRejected?.(rejections);
    const accounts = await closeAccounts(engine, sources);
    const rows: Record<string, Row[]> = {};
    for (const table of tables) {
      const found = await engine.query(
        `SELECT * EXCLUDE (_file, _row, _rows) FROM staged_${table} ORDER BY ALL`,
      );
      if (found.length > 0) rows[table] = found.map(withoutEmpty);
    }
    // Hashes and sizes are of the workbook as written today; columns have their own test.
    const told = accounts.map(({ sha256: _, bytes: __, columns: ___, rejected_by: ____, ...rest }) => rest);
    return { accounts: told, rejections, tables: rows };
  } finally {
    await engine.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}
