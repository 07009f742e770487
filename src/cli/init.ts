import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { readSubjects } from '../canonical/reference.ts';
import { Fault } from '../contract/fault.ts';
import type { SubjectRow } from '../contract/reference.ts';
import type { Language } from '../contract/vocabulary.ts';
import { describeFault } from '../i18n/faults.ts';
import { type Plan, planSet } from '../ingest/init.ts';
import { inspectWords } from './inspect-words.ts';
import { referenceFolder } from './pipeline.ts';
import { line } from './progress.ts';

function knownScales(): Set<string> {
  const text = readFileSync(join(referenceFolder, 'scales.csv'), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return new Set(
    data.map(({ procedure, subject, grade, year }) => [procedure, subject, grade, year].join(',')),
  );
}

/** Writes everything or nothing: what is there already is looked for first. */
function writePlan(folder: string, { dataset, profiles }: Plan, force: boolean): string[] {
  const files = { 'dataset.json': dataset, ...profiles };
  for (const name of Object.keys(files)) {
    if (force || !existsSync(join(folder, name))) continue;
    throw new Fault(name === 'dataset.json' ? 'dataset-exists' : 'draft-exists', {
      file: join(folder, name),
    });
  }
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
  }
  return Object.keys(files);
}

function tell(
  { understood, questions, leftOut }: Plan,
  subjects: readonly SubjectRow[],
  lang: Language,
): void {
  const word = inspectWords[lang];
  const values: Record<string, string> = {
    ...Object.fromEntries(subjects.map((row) => [row.subject, row[lang].toLowerCase()])),
    ...word.values,
  };
  line(`${word.understood}:${understood.length === 0 ? ` ${word.none}` : ''}`);
  for (const { file, layout, confidence, recognition } of understood) {
    const read = recognition.clues.map(
      ({ name, value, place }) => `${word.keys[name]} ${values[value] ?? value} (${word.places[place]})`,
    );
    line(
      `  ${file}: ${word.layouts[layout] ?? layout}, ${Math.round(confidence * 100)} %${read.length > 0 ? `; ${read.join(', ')}` : ''}`,
    );
  }
  line(`${word.questions}:`);
  for (const { code, file, text, fault } of questions) {
    const what = fault ? describeFault(fault, lang).replaceAll('\n', '\n    ') : text;
    line(`  ${file ? `${file}: ` : ''}${word.ask[code]}${what ? `: ${what}` : ''}`);
  }
  if (leftOut.length > 0) line(`${word.leftOut}: ${leftOut.join(', ')}`);
}

/**
 * `npm run ingest -- init FOLDER`: writes dataset.json, and draft profiles where a layout is not known.
 * @throws Fault `missing-source-set`, `nothing-to-read`, `dataset-exists`, `draft-exists`
 */
export async function runInit(
  folder: string,
  { force, lang }: { force: boolean; lang: Language },
): Promise<void> {
  if (!force && existsSync(join(folder, 'dataset.json')))
    throw new Fault('dataset-exists', { file: join(folder, 'dataset.json') });
  const today = new Date().toISOString().slice(0, 10);
  const subjects = readSubjects(referenceFolder);
  const plan = await planSet(folder, {
    subjects,
    scales: knownScales(),
    today,
  });
  if (plan.dataset.inputs.length > 0) {
    const word = inspectWords[lang];
    line(`${word.written}: ${writePlan(folder, plan, force).join(', ')}`);
  }
  tell(plan, subjects, lang);
  line(`${inspectWords[lang].next} ${folder}`);
}
