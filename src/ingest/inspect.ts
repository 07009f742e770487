import { basename } from 'node:path';
import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import { type ProfileDraft, profileSchema } from '../contract/profile.ts';
import type { SubjectRow } from '../contract/reference.ts';
import { guessProfile } from './guess.ts';
import { normaliseHeader } from './header.ts';
import { ingest } from './ingest.ts';
import { isPersonalHeader } from './personal.ts';
import { type Recognition, recognise, recognition } from './recognise.ts';
import type { Rewrite } from './sheet.ts';
import { refuseSpoilt, type Sight, sight } from './sight.ts';
import type { SourceSet } from './source.ts';

/** What reading the file would do, without keeping anything. */
export interface DryRun {
  rowsIn: number;
  excluded: Record<string, number>;
  rejected: Record<string, number>;
  warnings: string[];
  /** Why it cannot be read at all. */
  fault?: Fault;
}

/** One sheet or text, looked at. */
export interface Inspection {
  sight: Sight;
  recognition: Recognition;
  /** False when the layout is not known; the draft is then a guess from the headers. */
  known: boolean;
  draft: ProfileDraft;
  headerRow: number;
  /** The header and the first rows below; cells of pupils are masked. */
  firstRows: string[][];
  dryRun: DryRun;
}

export interface InspectEffects {
  subjects: readonly SubjectRow[];
  temporary: string;
  /** A fresh engine with the reference tables. */
  openEngine(): Promise<Engine>;
  /** The rules of the canonical tables. */
  check(engine: Engine): Promise<void>;
}

const shownRows = 3;
const shownColumns = 12;

/** Letters and digits of a cell hidden, so that its shape can still be seen. */
const masked = (cell: string): string => cell.replace(/\p{L}/gu, 'x').replace(/\d/g, '0').slice(0, 24);

/** Columns that may be shown: those of schools and works, in files of pupils and where nobody knows what a column is. */
function openColumns(draft: ProfileDraft): Set<string> {
  const names = [
    'school_id',
    'school_name',
    'municipality_id',
    'municipality_name',
    'year',
    'grade',
    'subject',
  ];
  return new Set(names.flatMap((name) => draft.columns[name]?.from ?? []).map(normaliseHeader));
}

function firstRows({ head }: Sight, headerRow: number, draft: ProfileDraft, known: boolean): string[][] {
  const names = head[headerRow - 1] ?? [];
  const open = openColumns(draft);
  const shown = (cell: string, i: number): string => {
    const name = names[i] ?? '';
    const mayShow = open.has(normaliseHeader(name)) || (known && draft.table !== 'pupils');
    return mayShow && !isPersonalHeader(name) ? cell.slice(0, 40) : masked(cell);
  };
  const rows = head
    .slice(headerRow)
    .filter((cells) => cells.some((cell) => cell.trim() !== ''))
    .slice(0, shownRows)
    .map((cells) => cells.map(shown));
  return [[...names], ...rows].map((cells) => cells.slice(0, shownColumns));
}

function setOf(path: string, draft: ProfileDraft, rewrite: (() => Rewrite) | undefined): SourceSet {
  const name = basename(path);
  const input = { id: 'inspected', files: name, profile: 'profile.json', constants: {}, accept_rejected: {} };
  const profile = profileSchema.parse(draft);
  const day = '2000-01-01';
  const dataset = {
    ...{
      id: 'inspected',
      title: { ru: name, en: name },
      publisher: '?',
      licence: '?',
      url: null,
      synthetic: false,
    },
    ...{ accessed: day, released: day, region: { id: 'r', name: '?' }, inputs: [input] },
  };
  return { folder: '', dataset, files: [{ number: 0, input, profile, path, name, rewrite }] };
}

async function counted(engine: Engine): Promise<Record<string, number>> {
  // Whether the set knows the schools cannot be told from one file.
  const rows = await engine.query<{ rule: string; n: number }>(`SELECT rule, sum(rows) AS n FROM rejections
    WHERE rule NOT IN ('unknown-school', 'unknown-municipality', 'part-without-results') GROUP BY 1 ORDER BY 1`);
  return Object.fromEntries(rows.map(({ rule, n }) => [rule, n]));
}

async function dryRun(path: string, { draft, guess }: Recognition, effects: InspectEffects): Promise<DryRun> {
  const engine = await effects.openEngine();
  try {
    const set = setOf(path, draft, guess.rewrite);
    const { subjects, temporary } = effects;
    const [source] = await ingest(set, subjects, { engine, temporary, progress: () => {} });
    await effects.check(engine);
    return {
      rowsIn: source?.rowsIn ?? 0,
      excluded: source?.excluded ?? {},
      warnings: source?.warnings ?? [],
      rejected: await counted(engine),
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { rowsIn: 0, excluded: {}, rejected: {}, warnings: [], fault: error };
  } finally {
    await engine.close();
  }
}

/**
 * Looks at a file: how it is written, what its layout probably is, what reading it would do.
 * @throws Fault when it is no text and no workbook, is empty, damaged, or has spoilt letters
 */
export async function inspect(path: string, effects: InspectEffects): Promise<Inspection[]> {
  const inspections: Inspection[] = [];
  for (const seen of await sight(path, path)) {
    const [known] = recognise([seen], effects.subjects);
    if (!known) refuseSpoilt(seen, path);
    const found = known ?? recognition(seen, guessProfile(seen), effects.subjects, {});
    const { draft } = found;
    const { headerRow } = found.guess;
    inspections.push({
      sight: seen,
      recognition: found,
      known: known !== undefined,
      draft,
      headerRow,
      firstRows: firstRows(seen, headerRow, draft, known !== undefined),
      dryRun: await dryRun(path, found, effects),
    });
  }
  return inspections;
}
