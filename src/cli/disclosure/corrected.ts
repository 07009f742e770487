import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rng } from '../../stats/rng.ts';

/** Files of the demo set with a row per school and work, and the columns whose counts make up their participants. */
const files: readonly { name: string; parts: readonly string[] }[] = [
  { name: 'results-vpr-2025.csv', parts: ['2', '3', '4', '5'] },
  { name: 'results-oge.csv', parts: ['2', '3', '4', '5'] },
  { name: 'results-ege.csv', parts: ['Не преодолели минимальный порог'] },
];
const whole = 'Кол-во участников';
const confirmed = 'Подтвердили';

/** How many rows are corrected, and how many taken out, spread over the files by their length. */
export interface Corrections {
  changed: number;
  removed: number;
}

/** One row with one or two pupils more, or with one whose mark was another; null where it cannot be. */
function corrected(row: readonly string[], head: readonly string[], parts: readonly string[], random: Rng) {
  const at = (name: string) => head.indexOf(name);
  const count = (name: string) => Number(row[at(name)]);
  const next = [...row];
  const add = (name: string, by: number) => {
    if (at(name) >= 0) next[at(name)] = String(count(name) + by);
  };
  const pick = () => parts[Math.floor(random() * parts.length)] as string;
  const to = pick();
  if (random() < 0.5 || parts.length === 1) {
    const by = random() < 0.5 ? 1 : 2;
    for (const name of [to, whole, confirmed]) add(name, by);
    return next;
  }
  const from = pick();
  if (from === to || count(from) === 0) return null;
  add(from, -1);
  add(to, 1);
  return next;
}

/**
 * Copies a set as the demo's and corrects rows of its raw files at random: pupils who came late, marks that were others,
 * rows that are no longer there.
 * @returns rows that were changed and removed
 */
export function writeCorrected(from: string, to: string, wanted: Corrections, random: Rng): Corrections {
  cpSync(from, to, { recursive: true });
  const texts = files.map(({ name }) => readFileSync(join(from, name), 'utf8').trimEnd().split('\n'));
  const places = texts.flatMap((lines, file) => lines.slice(1).map((_, line) => ({ file, line: line + 1 })));
  const done: Corrections = { changed: 0, removed: 0 };
  const gone = new Set<string>();
  const seen = new Set<string>();
  while (done.changed < wanted.changed || done.removed < wanted.removed) {
    const place = places[Math.floor(random() * places.length)];
    if (!place || seen.size === places.length) break;
    const key = `${place.file} ${place.line}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (done.removed < wanted.removed) {
      gone.add(key);
      done.removed++;
      continue;
    }
    const lines = texts[place.file] as string[];
    const head = (lines[0] as string).split(';');
    const next = corrected(
      (lines[place.line] as string).split(';'),
      head,
      files[place.file]?.parts ?? [],
      random,
    );
    if (!next) continue;
    lines[place.line] = next.join(';');
    done.changed++;
  }
  for (const [file, lines] of texts.entries()) {
    const kept = lines.filter((_, line) => !gone.has(`${file} ${line}`));
    writeFileSync(join(to, files[file]?.name ?? ''), `${kept.join('\n')}\n`);
  }
  return done;
}
