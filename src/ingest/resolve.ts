import { Fault } from '../contract/fault.ts';
import type { SubjectRow } from '../contract/reference.ts';
import { layouts } from './layouts/catalogue.ts';
import { profileOf, type Recognition, recognise } from './recognise.ts';
import { sight } from './sight.ts';
import { layoutOf, type SourceFile } from './source.ts';
import { spoiltLetters } from './spoilt.ts';

function check(file: SourceFile, { needs, conflicts }: Recognition): void {
  const key = `inputs.${file.input.id}.constants`;
  const [conflict] = conflicts;
  if (conflict) {
    const [first, second] = conflict;
    throw new Fault(
      'names-disagree',
      { file: file.name, key: `${key}.${first.name}` },
      { what: first.name, first: first.value, text: first.text, second: second.value, other: second.text },
    );
  }
  if (needs.length === 0) return;
  const what = needs.join(', ');
  throw new Fault('not-in-names', { file: file.name, key }, { what });
}

/** The recognition of a file that a source set reads by a built-in layout. */
async function recognitionOf(
  file: SourceFile,
  { layout, sheet }: { layout?: string; sheet?: string },
  subjects: readonly SubjectRow[],
): Promise<Recognition> {
  const known = layouts.map(({ id }) => id).join(', ');
  if (layout !== undefined && !layouts.some(({ id }) => id === layout)) {
    const place = { file: 'dataset.json', key: `inputs.${file.input.id}.profile` };
    throw new Fault('unknown-layout', place, { layout, known });
  }
  const sights = await sight(file.path, file.name);
  const wanted = sheet === undefined ? sights : sights.filter(({ sheetName }) => sheetName === sheet);
  const found = recognise(wanted, subjects, file.input.constants, layout);
  const [first] = found;
  const spoilt = first ? undefined : spoiltLetters(wanted.map(({ head }) => head.flat().join(' ')).join(' '));
  if (spoilt) throw new Fault('spoilt-letters', { file: file.name }, { ...spoilt });
  if (!first)
    throw new Fault('layout-not-recognised', { file: file.name }, { layout: layout ?? 'auto', known });
  if (found.length > 1) {
    const sheets = found.map((each) => `«${each.sight.sheetName}»`).join(', ');
    throw new Fault('several-layout-sheets', { file: file.name }, { sheets, layout: first.guess.id });
  }
  return first;
}

/**
 * Gives the files of a source set that name a built-in layout, or `auto`, the profile that their content asks for.
 * @throws Fault `unknown-layout`, `layout-not-recognised`, `several-layout-sheets`, `names-disagree`, `not-in-names`
 */
export async function resolveLayouts(
  files: readonly SourceFile[],
  subjects: readonly SubjectRow[],
): Promise<SourceFile[]> {
  const resolved: SourceFile[] = [];
  for (const file of files) {
    const named = layoutOf(file.input.profile);
    if (named === undefined) {
      resolved.push(file);
      continue;
    }
    const recognition = await recognitionOf(file, named, subjects);
    check(file, recognition);
    const read = recognition.clues.map(({ name, value, place }) => `${name} ${value} (${place})`);
    resolved.push({
      ...file,
      profile: profileOf(recognition),
      rewrite: recognition.guess.rewrite,
      notes: [`layout ${recognition.guess.id}`, ...read],
    });
  }
  return resolved;
}
