import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { checkStaged } from '../canonical/check.ts';
import { loadReference, readSubjects } from '../canonical/reference.ts';
import { Fault } from '../contract/fault.ts';
import type { Language } from '../contract/vocabulary.ts';
import { describeFault, faultText } from '../i18n/faults.ts';
import { slug } from '../ingest/init.ts';
import { type Inspection, inspect } from '../ingest/inspect.ts';
import { openNative } from '../query/native.ts';
import { inspectRoadmap } from './inspect-roadmap.ts';
import { inspectWords } from './inspect-words.ts';
import { referenceFolder } from './pipeline.ts';
import { line } from './progress.ts';

export interface InspectOptions {
  /** Folder for draft profiles; nothing is written without it. */
  write?: string;
  force: boolean;
  lang: Language;
}

const counts = (of: Record<string, number>): string =>
  Object.entries(of)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');

const sum = (of: Record<string, number>): number => Object.values(of).reduce((a, b) => a + b, 0);

function tellForm({ sight, headerRow }: Inspection, lang: Language): void {
  const word = inspectWords[lang];
  const { format, sheetName, encoding, delimiter, decimal } = sight;
  const parts = [
    word.file[format],
    ...(sheetName === undefined ? [] : [`${word.sheet} «${sheetName}»`]),
    ...(encoding === undefined ? [] : [`${word.encoding} ${encoding}`]),
    ...(format === 'csv' ? [`${word.delimiter} ${delimiter === '\t' ? word.tab : delimiter}`] : []),
    `${word.decimal} ${decimal}`,
    `${word.header} ${headerRow}`,
  ];
  line(`  ${parts.join('; ')}`);
}

function tellLayout({ recognition, known }: Inspection, lang: Language): void {
  const word = inspectWords[lang];
  const { guess, clues, needs, conflicts } = recognition;
  if (known)
    line(
      `  ${word.layout}: ${guess.id} (${word.layouts[guess.id] ?? ''}), ${word.confidence} ${Math.round(guess.confidence * 100)} %`,
    );
  else line(`  ${word.unknown}`);
  if (clues.length > 0) line(`  ${word.found}:`);
  for (const { name, value, place, text, unsure } of clues) {
    const where = text === '' ? word.places[place] : `${word.places[place]}: «${text}»`;
    line(`    ${name} = ${value} ← ${where}${unsure ? ` (${word.unsure})` : ''}`);
  }
  for (const [a, b] of conflicts)
    line(`  ${word.disagree}: ${a.name} = ${a.value} («${a.text}»), ${b.value} («${b.text}»)`);
  if (needs.length > 0) line(`  ${word.needs}: ${needs.join(', ')}`);
}

function tellRun({ firstRows, dryRun }: Inspection, lang: Language): void {
  const word = inspectWords[lang];
  line(`  ${word.first}:`);
  for (const cells of firstRows) line(`    ${cells.join(' | ')}`);
  const { rowsIn, excluded, rejected, warnings, fault } = dryRun;
  if (fault) {
    line(`  ${word.cannot}: ${describeFault(fault, lang).replaceAll('\n', '\n    ')}`);
    return;
  }
  const good = rowsIn - sum(excluded) - sum(rejected);
  const why = (of: Record<string, number>) => (sum(of) > 0 ? ` (${counts(of)})` : '');
  line(
    `  ${word.rows} ${rowsIn} = ${word.good} ${good} + ${word.excluded} ${sum(excluded)}${why(excluded)} + ` +
      `${word.rejected} ${sum(rejected)}${why(rejected)}`,
  );
  for (const rule of Object.keys(rejected)) {
    const { fault: what, remedy } = faultText(rule, lang);
    line(`    ${rule}: ${what} — ${remedy}`);
  }
  if (warnings.length > 0) line(`  ${word.warnings}: ${warnings.join('; ')}`);
}

/** What dataset.json would say, and the profile that a declarative layout comes down to. */
function tellDraft(
  path: string,
  { recognition, known, draft, sight }: Inspection,
  options: InspectOptions,
): void {
  const word = inspectWords[options.lang];
  const name = slug([basename(path).replace(/\.[^.]+$/, ''), sight.sheetName ?? ''].join(' '));
  if (known) {
    const constants = Object.fromEntries(recognition.clues.map((clue) => [clue.name, clue.value]));
    const input = { id: name, files: basename(path), profile: `builtin:${recognition.guess.id}`, constants };
    line(`  ${word.input}: ${JSON.stringify(input)}`);
    // What rows are rewritten for, no table of columns can say.
    if (recognition.guess.rewrite) return;
  }
  const text = JSON.stringify(draft, null, 2);
  if (options.write === undefined) {
    line(`  ${word.draft}:\n${text}`);
    return;
  }
  const target = join(options.write, `${name}.json`);
  if (existsSync(target) && !options.force) throw new Fault('draft-exists', { file: target });
  mkdirSync(options.write, { recursive: true });
  writeFileSync(target, `${text}\n`);
  line(`  ${word.written}: ${target}`);
}

/**
 * `npm run ingest -- inspect FILE…`: tells how each file is written, what it probably is, and what reading it would do.
 * @throws Fault for the first file that cannot be looked at
 */
export async function runInspect(files: readonly string[], options: InspectOptions): Promise<void> {
  const subjects = readSubjects(referenceFolder);
  const openEngine = async () => {
    const engine = await openNative({ memoryLimit: '2GB' });
    await loadReference(engine, referenceFolder);
    return engine;
  };
  for (const path of files) {
    if (!existsSync(path)) throw new Fault('missing-file', { file: path });
    const temporary = mkdtempSync(join(tmpdir(), 'dinamika-'));
    try {
      line(path);
      if (await inspectRoadmap(path, options)) continue;
      const effects = { subjects, temporary, openEngine, check: checkStaged };
      for (const inspection of await inspect(path, effects)) {
        tellForm(inspection, options.lang);
        tellLayout(inspection, options.lang);
        tellRun(inspection, options.lang);
        tellDraft(path, inspection, options);
      }
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  }
}
