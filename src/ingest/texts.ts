import type { Texts } from './clues.ts';
import type { Recognised, Sighting } from './layouts/layout.ts';

/** Where year, subject and grade may stand beside the columns of a sheet: titles, names, and what its layout adds. */
export function textsOf({ fileName, sheetName, head }: Sighting, { headerRow, also }: Recognised): Texts {
  const titles = head
    .slice(0, headerRow - 1)
    .map((cells) => cells.filter((cell) => cell.trim() !== '').join(' '))
    .filter((title) => title !== '');
  return [
    ...titles.map((title) => ['title', title] as const),
    ['file-name', fileName],
    ...(sheetName === undefined ? [] : [['sheet-name', sheetName] as const]),
    ...(also ?? []).map((text) => ['header', text] as const),
  ];
}
