import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { type Dataset, type DatasetInput, datasetSchema } from '../contract/dataset.ts';
import { Fault } from '../contract/fault.ts';
import { columnsOf, type Profile, profileSchema } from '../contract/profile.ts';

/** One file of a source set, with all that is needed to read it. */
export interface SourceFile {
  /** Number within the source set, in the order of inputs and names. */
  number: number;
  input: DatasetInput;
  profile: Profile;
  path: string;
  /** Path relative to the source set, as shown to people. */
  name: string;
}

export interface SourceSet {
  folder: string;
  dataset: Dataset;
  files: SourceFile[];
}

/**
 * Reads a JSON file and checks it against a schema.
 * @throws Fault `missing-file`, `not-json`, `invalid-json` (with the key that is wrong)
 */
export function readChecked<S extends z.ZodType>(schema: S, path: string, name: string): z.output<S> {
  if (!existsSync(path)) throw new Fault('missing-file', { file: name });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Fault('not-json', { file: name }, { message: (error as Error).message });
  }
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new Fault(
    'invalid-json',
    { file: name, key: issue?.path.join('.') || '.' },
    { message: issue?.message ?? '' },
  );
}

function checkProfile(profile: Profile, name: string): void {
  const known = columnsOf(profile.table);
  for (const [part, columns] of [
    ['columns', Object.keys(profile.columns)],
    ['constants', Object.keys(profile.constants)],
  ] as const) {
    const unknown = columns.find((column) => !known.includes(column));
    if (unknown === undefined) continue;
    throw new Fault(
      'unknown-our-column',
      { file: name, key: `${part}.${unknown}` },
      {
        column: unknown,
        table: profile.table,
        known: known.join(', '),
      },
    );
  }
}

function filesOf(folder: string, input: DatasetInput): string[] {
  const found = globSync(input.files, { cwd: folder }).sort((a, b) => (a < b ? -1 : 1));
  const files = found.filter((name) => statSync(join(folder, name)).isFile());
  if (files.length > 0) return files;
  throw new Fault(
    'no-files',
    { file: 'dataset.json', key: `inputs.${input.id}.files` },
    { glob: input.files },
  );
}

/**
 * Reads dataset.json and the profiles it names, and lists the files.
 * @throws Fault naming the file, the key and the remedy for everything that is wrong with them
 */
export function readSourceSet(folder: string): SourceSet {
  if (!existsSync(folder)) throw new Fault('missing-source-set', { file: folder });
  if (!existsSync(join(folder, 'dataset.json'))) throw new Fault('no-dataset', { file: folder });
  const dataset = readChecked(datasetSchema, join(folder, 'dataset.json'), 'dataset.json');
  const files: SourceFile[] = [];
  for (const input of dataset.inputs) {
    const profile = readChecked(profileSchema, join(folder, input.profile), input.profile);
    checkProfile(profile, input.profile);
    for (const name of filesOf(folder, input)) {
      const path = join(folder, name);
      files.push({ number: files.length, input, profile, path, name: relative(folder, path) });
    }
  }
  return { folder, dataset, files };
}
