import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../contract/fault.ts';
import type { ProfileDraft } from '../contract/profile.ts';
import type { SubjectRow } from '../contract/reference.ts';
import { filesOfFolder } from './folder-files.ts';
import { guessProfile } from './guess.ts';
import { type Recognition, recognise, recognition } from './recognise.ts';
import { schoolList } from './school-list.ts';
import { refuseSpoilt, type Sight, sight } from './sight.ts';

/** What the operator must look at, by a code that the command words. */
export interface Question {
  code:
    | 'confirm'
    | 'needs'
    | 'disagree'
    | 'unknown-layout'
    | 'unknown-table'
    | 'school-list'
    | 'no-scale'
    | 'identical'
    | 'same-work'
    | 'unreadable'
    | 'no-schools'
    | 'provenance';
  file?: string;
  /** What it is about, in the words of files and keys. */
  text: string;
  fault?: Fault;
}

export interface PlannedInput {
  id: string;
  files: string;
  profile: string;
  constants?: Record<string, string | number | boolean>;
}

/** A source set made of a folder of files; nothing is written yet. */
export interface Plan {
  dataset: Record<string, unknown> & { inputs: PlannedInput[] };
  /** Drafts for layouts that are not known, by path. */
  profiles: Record<string, ProfileDraft>;
  understood: { file: string; layout: string; confidence: number; recognition: Recognition }[];
  questions: Question[];
  /** Files that are no tables. */
  leftOut: string[];
}

export interface InitEffects {
  subjects: readonly SubjectRow[];
  /** `procedure,subject,grade,year` of every known scale. */
  scales: ReadonlySet<string>;
  /** Today, as written in dataset.json. */
  today: string;
}

const letters: Record<string, string> = Object.fromEntries(
  [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'].map((letter, i) => [
    letter,
    'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia'.split(' ')[i] ?? '',
  ]),
);

/** A name as an identifier of Latin letters. */
export const slug = (name: string): string =>
  [...name.toLowerCase()]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'set';

/** Signs that mean something in a glob match any one sign. */
const asGlob = (name: string): string => name.replace(/[[\]{}()*!+@?\\]/g, '?');

function uniqueId(wanted: string, inputs: readonly PlannedInput[]): string {
  let id = wanted;
  for (let n = 2; inputs.some((input) => input.id === id); n++) id = `${wanted}-${n}`;
  return id;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function addRecognised(plan: Plan, file: string, found: Recognition[], effects: InitEffects): void {
  for (const each of found) {
    const { guess, clues, needs, conflicts, draft, sight: seen } = each;
    const constants = Object.fromEntries(clues.map(({ name, value }) => [name, value]));
    const { year, subject, grade } = constants;
    const id = uniqueId(
      slug([guess.id, year, subject, grade].filter(Boolean).join(' ')),
      plan.dataset.inputs,
    );
    const sheet = found.length > 1 ? `#${seen.sheetName}` : '';
    const profile = `builtin:${guess.id}${sheet}`;
    plan.dataset.inputs.push({
      id,
      files: asGlob(file),
      profile,
      ...(clues.length > 0 ? { constants } : {}),
    });
    plan.understood.push({ file, layout: guess.id, confidence: guess.confidence, recognition: each });
    const ask = (code: Question['code'], text: string) => plan.questions.push({ code, file, text });
    for (const { name, value, text, unsure } of clues)
      if (unsure) ask('confirm', `${name} = ${value} («${text}»)`);
    for (const [a, b] of conflicts)
      ask('disagree', `${a.name}: ${a.value} («${a.text}») / ${b.value} («${b.text}»)`);
    if (needs.length > 0) ask('needs', `inputs.${id}.constants: ${needs.join(', ')}`);
    const scale = [constants.procedure ?? draft.constants?.procedure, subject, grade, year].join(',');
    const marked = draft.table === 'pupils' && !draft.columns.mark && !scale.startsWith('ege');
    if (marked && needs.length === 0 && !effects.scales.has(scale)) ask('no-scale', `${scale},…`);
  }
}

/** Schools and municipalities of one list, by two profiles. */
function addSchoolList(plan: Plan, file: string, drafts: NonNullable<ReturnType<typeof schoolList>>): void {
  const made = Object.entries(drafts).map(([table, draft]) => {
    const id = uniqueId(`${slug(file.replace(/\.[^.]+$/, ''))}-${table}`, plan.dataset.inputs);
    const profile = `profiles/${id}.json`;
    plan.profiles[profile] = draft;
    plan.dataset.inputs.push({ id, files: asGlob(file), profile });
    return profile;
  });
  plan.questions.push({ code: 'school-list', file, text: made.join(', ') });
}

function addUnknown(plan: Plan, file: string, seen: Sight, effects: InitEffects): void {
  refuseSpoilt(seen, file);
  const { draft, needs } = recognition(seen, guessProfile(seen), effects.subjects, {});
  const required = draft.table === 'pupils' ? ['score', 'mark'] : ['participants'];
  const where = seen.sheetName === undefined ? '' : `«${seen.sheetName}» `;
  if (!required.some((name) => name in draft.columns)) {
    const list = schoolList(seen);
    if (list) addSchoolList(plan, file, list);
    else plan.questions.push({ code: 'unknown-table', file, text: where.trim() });
    return;
  }
  const id = uniqueId(slug(file.replace(/\.[^.]+$/, '')), plan.dataset.inputs);
  const profile = `profiles/${id}.json`;
  plan.profiles[profile] = draft;
  plan.dataset.inputs.push({ id, files: asGlob(file), profile });
  plan.questions.push({ code: 'unknown-layout', file, text: `${where}→ ${profile}` });
  if (needs.length > 0) plan.questions.push({ code: 'needs', file, text: `${profile}: ${needs.join(', ')}` });
}

async function addFile(plan: Plan, folder: string, file: string, effects: InitEffects): Promise<void> {
  try {
    const sights = await sight(join(folder, file), file);
    const found = recognise(sights, effects.subjects);
    if (found.length > 0) addRecognised(plan, file, found, effects);
    else for (const seen of sights) addUnknown(plan, file, seen, effects);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    plan.questions.push({ code: 'unreadable', file, text: '', fault: error });
  }
}

/** Individual results and statistics of one work would give every row twice. */
function askOfSameWorks(plan: Plan): void {
  const first = new Map<string, string>();
  for (const { file, recognition: each } of plan.understood) {
    const { table, part, constants = {} } = each.draft;
    if (part || (table !== 'pupils' && table !== 'results')) continue;
    const { procedure, subject, grade, year, school_id } = constants;
    if (each.needs.length > 0 || year === undefined || school_id !== undefined) continue;
    const work = [procedure, subject, grade, year].join(', ');
    const other = first.get(work);
    // Of a copy more has been said already.
    if (plan.questions.some((each) => each.code === 'identical' && each.file === file)) continue;
    if (other === undefined) first.set(work, file);
    else plan.questions.push({ code: 'same-work', file, text: `${other} (${work})` });
  }
}

function askOfSet(plan: Plan): void {
  askOfSameWorks(plan);
  const drafts = [
    ...plan.understood.map(({ recognition }) => recognition.draft),
    ...Object.values(plan.profiles),
  ];
  const placed = drafts.some(({ columns }) => columns.municipality_id !== undefined);
  if (drafts.length > 0 && !placed)
    plan.questions.push({ code: 'no-schools', text: 'school_id, name, municipality_id' });
  plan.questions.push({
    code: 'provenance',
    file: 'dataset.json',
    text: 'title, publisher, licence, url, region',
  });
}

/**
 * Plans a source set for a folder of mixed files: one input for each file or sheet that is understood, a draft profile
 * for the others, and a list of what a person must look at.
 * @throws Fault `missing-source-set`, `nothing-to-read`
 */
export async function planSet(folder: string, effects: InitEffects): Promise<Plan> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Fault('missing-source-set', { file: folder });
  const { tables: files, others } = filesOfFolder(folder);
  if (files.length === 0) throw new Fault('nothing-to-read', { file: folder });
  const name = basename(join(process.cwd(), folder));
  const { today } = effects;
  const plan: Plan = {
    dataset: {
      ...{ id: slug(name), title: { ru: name, en: name }, publisher: '?', licence: '?', url: null },
      ...{ accessed: today, released: today, region: { id: 'region', name: '?' }, inputs: [] },
    },
    profiles: {},
    understood: [],
    questions: [],
    leftOut: others,
  };
  const seen = new Map<string, string>();
  for (const file of files) {
    const sha256 = await hashOf(join(folder, file));
    const twin = seen.get(sha256);
    if (twin !== undefined) plan.questions.push({ code: 'identical', file, text: twin });
    else seen.set(sha256, file);
    await addFile(plan, folder, file, effects);
  }
  askOfSet(plan);
  return plan;
}
