import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import type { SubjectRow } from '../contract/reference.ts';
import { type Examined, examine, refuseChanged, stampOf } from './bytes.ts';
import { derive } from './derive.ts';
import { applyAliases, loadOwnTables, proposedAliases } from './own-tables.ts';
import { type FileProgress, type IngestEffects, Reader, type ReadSource } from './reader.ts';
import { twinWarnings } from './repeats.ts';
import { resolveLayouts } from './resolve.ts';
import { addRoadmaps } from './roadmaps/add.ts';
import { joinPlacesByName } from './same-places.ts';
import { addPupils, filesToRankTogether } from './series.ts';
import type { SourceFile, SourceSet } from './source.ts';
import { literal } from './sql.ts';
import { createStaging } from './staging.ts';

async function registerSubjects(engine: Engine, subjects: readonly SubjectRow[]): Promise<void> {
  const names = new Map<string, string>();
  for (const { subject, ru, ru_dative, en, aliases } of subjects) {
    for (const name of [subject, ru, ru_dative, en, ...(aliases ?? '').split('|')]) {
      if (name !== '') names.set(name.toLowerCase(), subject);
    }
  }
  const rows = [...names].map(([name, subject]) => `(${literal(name)}, ${literal(subject)})`);
  await engine.run(`CREATE OR REPLACE TEMP TABLE ref_subject_names AS
    SELECT * FROM (VALUES ${rows.join(', ')}) AS names(subject_name, subject_id)`);
}

/** How every file looks before anything is read of it. */
async function stampsOf(files: readonly SourceFile[]): Promise<string[]> {
  return Promise.all(files.map(({ path }) => stampOf(path)));
}

async function examineAll(files: readonly SourceFile[], stamps: readonly string[]): Promise<Examined[]> {
  const examined: Examined[] = [];
  const seen = new Map<string, string>();
  for (const [i, { path, name, profile, input }] of files.entries()) {
    const file = { ...(await examine(path, name, profile)), stamp: stamps[i] ?? '' };
    await refuseChanged(file, name);
    const owner = `${input.id} ${file.sha256}`;
    const twin = seen.get(owner);
    if (twin !== undefined) throw new Fault('identical-files', { file: name }, { twin });
    seen.set(owner, name);
    examined.push(file);
  }
  return examined;
}

/** A sheet of groups in which no row was known as a school's would vanish among the totals. */
function refuseTotalsOnly({ file, rowsIn, excluded }: ReadSource): void {
  const left = Object.values(excluded).reduce((a, b) => a + b, 0);
  if (file.rewrite && excluded.total !== undefined && left === rowsIn)
    throw new Fault('only-totals', { file: file.name }, { n: excluded.total });
}

async function readAll(
  files: readonly SourceFile[],
  examined: readonly Examined[],
  reader: Reader,
  { progress }: IngestEffects,
): Promise<ReadSource[]> {
  const twins = twinWarnings(files, examined);
  const read: ReadSource[] = [];
  const bytesLeft = { csv: 0, xlsx: 0 };
  const expected = new Set(files.filter((file, i) => reader.expects(file, examined[i])));
  for (const [i, file] of files.entries())
    if (!expected.has(file)) bytesLeft[file.profile.format] += examined[i]?.bytes ?? 0;
  for (const [i, file] of files.entries()) {
    const bytes = examined[i];
    if (!bytes) continue;
    const { format } = file.profile;
    const step = { file: i + 1, files: files.length, name: file.name, bytes: bytes.bytes, format };
    const tell = (state: FileProgress['state']) => progress({ ...step, bytesLeft: { ...bytesLeft }, state });
    tell('begun');
    const source = await reader.read(file, bytes);
    refuseTotalsOnly(source);
    const twin = twins.get(file.number);
    const warnings = [...(file.notes ?? []), ...(twin ? [twin] : []), ...source.warnings];
    read.push({ ...source, warnings });
    if (!expected.has(file)) bytesLeft[format] -= bytes.bytes;
    tell(reader.unread.has(file.number) ? 'unchanged' : 'read');
  }
  return read;
}

/** One school by one name, one place by one code; then pupils of one work from several files are ranked together. */
async function joinNames(engine: Engine, read: readonly ReadSource[], reader: Reader): Promise<void> {
  await applyAliases(
    engine,
    read.map(({ file }) => file.number),
  );
  const again = await filesToRankTogether(engine, [...reader.unread]);
  for (const source of read) if (again.includes(source.file.number)) await reader.again(source);
  await applyAliases(engine, again);
  await joinPlacesByName(engine);
}

/**
 * Reads a source set into the staging tables of the engine: every record of every file is staged, excluded for a
 * named reason, or rejected by a named rule. Pupil rows are aggregated and forgotten.
 * @throws Fault for anything wrong with a file as a whole
 */
export async function ingest(
  set: SourceSet,
  subjects: readonly SubjectRow[],
  effects: IngestEffects,
): Promise<ReadSource[]> {
  const stamps = await stampsOf(set.files);
  const files = await resolveLayouts(set.files, subjects);
  const examined = await examineAll(files, stamps);
  const { engine } = effects;
  await createStaging(engine);
  await registerSubjects(engine, subjects);
  await loadOwnTables(engine, set);
  const reader = new Reader(effects, subjects);
  const read = await readAll(files, examined, reader, effects);
  reader.done();
  await joinNames(engine, read, reader);
  const proposed = await proposedAliases(engine);
  read[0]?.warnings.push(...proposed.map(({ alias, school_id }) => `same-digits ${alias} = ${school_id}`));
  const inputs = files.map(({ number, input }) => `WHEN ${number} THEN ${literal(input.id)}`);
  await addPupils(engine, `CASE min(_file) ${inputs.join(' ')} END`);
  await derive(engine, set.dataset);
  await addRoadmaps(engine, set.dataset, read, effects.orders);
  return read;
}
