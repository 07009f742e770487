import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import { reference, type SubjectRow } from '../contract/reference.ts';

/** Reads data/reference/subjects.csv. */
export function readSubjects(folder: string): SubjectRow[] {
  const text = readFileSync(join(folder, 'subjects.csv'), 'utf8');
  const { data, errors } = Papa.parse<SubjectRow>(text, { header: true, skipEmptyLines: true });
  if (errors[0])
    throw new Fault('invalid-reference', { file: 'subjects.csv', line: (errors[0].row ?? 0) + 2 });
  return data;
}

/** Loads the hand-kept reference tables as `ref_<name>`. */
export async function loadReference(engine: Engine, folder: string): Promise<void> {
  for (const [name, { columns }] of Object.entries(reference)) {
    const types = Object.entries(columns).map(([column, { sql }]) => `'${column}': '${sql}'`);
    const path = join(folder, `${name.replaceAll('_', '-')}.csv`).replaceAll("'", "''");
    await engine.run(`CREATE OR REPLACE TEMP TABLE ref_${name} AS FROM read_csv('${path}', header = true,
      auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${types.join(', ')}})`);
  }
}
