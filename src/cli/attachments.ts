import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../contract/dataset.ts';
import type { Engine } from '../contract/engine.ts';
import { readBoundaries } from '../ingest/boundaries/read.ts';
import type { SourceSet } from '../ingest/source.ts';
import { line } from './progress.ts';
import { storeBoundaryNames } from './quality.ts';

const text = (value: string | undefined): string => (value ? `'${value.replaceAll("'", "''")}'` : 'NULL');

/** Puts the breaks that a source set declares in the place of the program's own. */
export async function setComparability(
  engine: Engine,
  rows: NonNullable<Dataset['comparability']>,
): Promise<void> {
  const values = rows.map(
    ({ procedure, year, session, group, held, reason, source }) =>
      `('${procedure}', ${year}, '${session}', ${text(group)}, ${held}, ${text(reason?.ru)}, ${text(reason?.en)}, ${text(source)})`,
  );
  await engine.run(
    `DELETE FROM ref_comparability; INSERT INTO ref_comparability VALUES ${values.join(', ')}`,
  );
}

/** Joins and simplifies the set's boundaries; tells what found what. */
async function writeBoundaries(
  engine: Engine,
  folder: string,
  given: NonNullable<Dataset['boundaries']>,
  path: string,
): Promise<void> {
  const municipalities = await engine.query<{ municipality_id: string; name: string }>(
    'SELECT municipality_id, name FROM canonical_municipalities ORDER BY municipality_id',
  );
  const { boundaries, report } = readBoundaries(folder, given, municipalities);
  const { by_id, by_name, by_plain_name, by_hand, shapes_left, municipalities_left } = report;
  line(`  boundaries: id ${by_id} + name ${by_name} + plain name ${by_plain_name} + by hand ${by_hand}`);
  if (shapes_left.length > 0) line(`  ? ${shapes_left.join(', ')}`);
  if (municipalities_left.length > 0) line(`  − ${municipalities_left.join(', ')}`);
  await storeBoundaryNames(engine, report.found, municipalities);
  writeFileSync(path, `${JSON.stringify(boundaries)}\n`);
}

/**
 * Writes the files that a release carries beside its tables into the private folder.
 * @returns name in the release → path
 */
export async function writeAttachments(
  engine: Engine,
  set: SourceSet,
  folder: string,
): Promise<Map<string, string>> {
  const comparability = join(folder, 'comparability.csv');
  await engine.run(`COPY (FROM ref_comparability ORDER BY procedure, year, session)
    TO ${text(comparability)} (FORMAT csv, HEADER true)`);
  const attachments = new Map([['comparability.csv', comparability]]);
  if (set.dataset.boundaries) {
    const path = join(folder, 'boundaries.geojson');
    await writeBoundaries(engine, set.folder, set.dataset.boundaries, path);
    attachments.set('boundaries.geojson', path);
  }
  return attachments;
}
