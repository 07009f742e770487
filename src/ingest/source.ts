import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { z } from 'zod';
import { type Dataset, type DatasetInput, datasetSchema } from '../contract/dataset.ts';
import { Fault } from '../contract/fault.ts';
import { columnsOf, type Profile, profileSchema } from '../contract/profile.ts';
import type { Rewrite } from './sheet.ts';

/** One file of a source set, with all that is needed to read it. */
export interface SourceFile {
  /** Number within the source set, in the order of inputs and names. */
  number: number;
  input: DatasetInput;
  profile: Profile;
  path: string;
  /** Path relative to the source set, as shown to people. */
  name: string;
  /** For built-in layouts: rows as the profile reads them. */
  rewrite?: () => Rewrite;
  /** What was read beside the columns, told in the account. */
  notes?: string[];
}

/** The built-in layout that an input names: `builtin:<layout>#<sheet>`, or any for `auto`; undefined for a file. */
export function layoutOf(profile: string): { layout?: string; sheet?: string } | undefined {
  if (profile === 'auto') return {};
  const [, layout, sheet] = /^builtin:([^#]+)(?:#(.+))?$/s.exec(profile) ?? [];
  return layout === undefined ? undefined : { layout, sheet };
}

/** Stands for the profile of a built-in layout until the file has been looked at. */
const unresolved = profileSchema.parse({ table: 'pupils', columns: {} });

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
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    if (error instanceof TypeError)
      throw new Fault('wrong-encoding', { file: name }, { declared: 'utf-8', found: '?' });
    if (!(error instanceof SyntaxError)) throw error;
    throw new Fault('not-json', { file: name }, { message: (error as Error).message });
  }
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new Fault(
    'invalid-json',
    { file: name, key: issue?.path.join('.') || undefined },
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
  if (isAbsolute(input.files) || input.files.split(/[\\/]/).includes('..')) {
    throw new Fault(
      'outside-source-set',
      { file: 'dataset.json', key: `inputs.${input.id}.files` },
      { glob: input.files },
    );
  }
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
    const builtIn = layoutOf(input.profile) !== undefined;
    const profile = builtIn
      ? unresolved
      : readChecked(profileSchema, join(folder, input.profile), input.profile);
    checkProfile(profile, input.profile);
    for (const name of filesOf(folder, input)) {
      const path = join(folder, name);
      files.push({ number: files.length, input, profile, path, name: relative(folder, path) });
    }
  }
  return { folder, dataset, files };
}
