import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Rejection } from '../contract/fault.ts';
import type { Language } from '../contract/vocabulary.ts';
import { faultText, placeText } from '../i18n/faults.ts';

const shown = 5;

/** Writes `reject.csv` (file, line, column, rule, fault, remedy, school, header) and prints the first of them; removes an old one. */
export function writeRejections(folder: string, rejections: readonly Rejection[], lang: Language): void {
  const path = join(folder, 'reject.csv');
  rmSync(path, { force: true });
  if (rejections.length === 0) return;
  mkdirSync(folder, { recursive: true });
  const rows = rejections.map(({ file, line, column, header = '', rule, school = '' }) => ({
    file,
    line: line || '',
    column,
    rule,
    ...faultText(rule, lang),
    school,
    header,
  }));
  writeFileSync(path, `${Papa.unparse(rows)}\n`);
  for (const { file, line, column, header, rule, school } of rejections.slice(0, shown)) {
    const { fault, remedy } = faultText(rule, lang);
    const about = school === undefined ? '' : ` (${school})`;
    console.error(
      `${placeText({ file, line, column: header ?? column }, lang)}${about}: ${fault} — ${remedy}`,
    );
  }
  if (rejections.length > shown) console.error(`… ${rejections.length} → ${path}`);
}
