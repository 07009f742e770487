import { join } from 'node:path';
import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import type { ColumnFate } from '../contract/public.ts';
import type { SubjectRow } from '../contract/reference.ts';
import { type Examined, examine, transcode } from './bytes.ts';
import { columnFates } from './columns.ts';
import { derive } from './derive.ts';
import { aggregateExams } from './exams.ts';
import { matchHeader, readHeader } from './header.ts';
import { applyAliases, loadOwnTables, proposedAliases } from './own-tables.ts';
import { aggregatePupils } from './pupils.ts';
import { type ReadResult, readFile } from './read.ts';
import { twinWarnings } from './repeats.ts';
import { resolveLayouts } from './resolve.ts';
import { rewriteText } from './rewrite.ts';
import { joinPlacesByName } from './same-places.ts';
import { readSheet } from './sheet.ts';
import type { SourceFile, SourceSet } from './source.ts';
import { literal } from './sql.ts';
import { createStaging } from './staging.ts';

/** What ingest may touch outside its arguments. */
export interface IngestEffects {
  engine: Engine;
  /** An empty folder for files re-encoded as UTF-8; the caller removes it. */
  temporary: string;
  progress(done: number, total: number, name: string): void;
}

/** A source file after reading: what it was, where its UTF-8 text is, what became of its rows so far. */
export interface ReadSource extends ReadResult {
  file: SourceFile;
  examined: Examined;
  utf8: string;
  /** Line of the first data record minus one. */
  skip: number;
  droppedColumns: string[];
  /** What each of its columns became. */
  columns: ColumnFate[];
}

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

async function examineAll(files: readonly SourceFile[]): Promise<Examined[]> {
  const examined: Examined[] = [];
  const seen = new Map<string, string>();
  for (const { path, name, profile, input } of files) {
    const file = await examine(path, name, profile);
    const owner = `${input.id} ${file.sha256}`;
    const twin = seen.get(owner);
    if (twin !== undefined) throw new Fault('identical-files', { file: name }, { twin });
    seen.set(owner, name);
    examined.push(file);
  }
  return examined;
}

/** A file as UTF-8 text that the engine reads: itself, re-encoded, or a sheet written as CSV, line for row. */
async function asText(given: SourceFile, examined: Examined, temporary: string) {
  const utf8 = join(temporary, `${given.number}.csv`);
  if (given.profile.format === 'xlsx') return { utf8, ...(await readSheet(given, utf8)) };
  const isUtf8 = examined.encoding === 'utf-8';
  if (!isUtf8) await transcode(examined, utf8, given.name);
  const text = isUtf8 ? examined.path : utf8;
  if (!given.rewrite) return { utf8: text, file: given, warnings: [] };
  const flat = join(temporary, `${given.number}-flat.csv`);
  await rewriteText(text, flat, given.profile, given.rewrite(), given.name);
  return {
    utf8: flat,
    file: { ...given, profile: { ...given.profile, delimiter: ',' as const } },
    warnings: [],
  };
}

async function readOne(given: SourceFile, examined: Examined, effects: IngestEffects): Promise<ReadSource> {
  const { utf8, file, warnings } = await asText(given, examined, effects.temporary);
  const header = await readHeader(utf8, file.profile, file.name);
  const droppedColumns = matchHeader(header, file.profile, file.name);
  const result = await readFile(effects.engine, utf8, file, header);
  result.warnings.unshift(...warnings);
  const columns = columnFates(header, file, droppedColumns);
  return { ...result, file, examined, utf8, skip: header.firstLine - 1, droppedColumns, columns };
}

/** A sheet of groups in which no row was known as a school's would vanish among the totals. */
function refuseTotalsOnly({ file, rowsIn, excluded }: ReadSource): void {
  const left = Object.values(excluded).reduce((a, b) => a + b, 0);
  if (file.rewrite && excluded.total !== undefined && left === rowsIn)
    throw new Fault('only-totals', { file: file.name }, { n: excluded.total });
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
  const files = await resolveLayouts(set.files, subjects);
  const examined = await examineAll(files);
  const twins = twinWarnings(files, examined);
  await createStaging(effects.engine);
  await registerSubjects(effects.engine, subjects);
  await loadOwnTables(effects.engine, set);
  const read: ReadSource[] = [];
  for (const [i, file] of files.entries()) {
    effects.progress(i, files.length, file.name);
    const bytes = examined[i];
    if (!bytes) continue;
    const source = await readOne(file, bytes, effects);
    refuseTotalsOnly(source);
    const twin = twins.get(file.number);
    source.warnings.unshift(...(file.notes ?? []), ...(twin ? [twin] : []));
    read.push(source);
  }
  await joinPlacesByName(effects.engine);
  await applyAliases(effects.engine);
  const proposed = await proposedAliases(effects.engine);
  read[0]?.warnings.push(...proposed.map(({ alias, school_id }) => `same-digits ${alias} = ${school_id}`));
  const inputs = files.map(({ number, input }) => `WHEN ${number} THEN ${literal(input.id)}`);
  const sourceOf = `CASE min(_file) ${inputs.join(' ')} END`;
  await aggregateExams(effects.engine, sourceOf);
  await aggregatePupils(effects.engine, sourceOf);
  await derive(effects.engine, set.dataset);
  return read;
}
