import { normaliseHeader } from './header.ts';
import { isPersonalHeader } from './personal.ts';
import type { SourceFile } from './source.ts';
import { onlySheet, openWorkbook, sheetToCsv } from './xlsx/workbook.ts';

/** Rows one for one: number from 1, cells in, cells out. */
export type Rewrite = (row: number, cells: readonly string[]) => readonly string[];

/** Masks the cells under headers of personal data, so that not even a temporary file holds them. */
export function withoutPersonal(headerRow: number, ignore: readonly string[]): Rewrite {
  let personal: number[] = [];
  const ignored = new Set(ignore.map(normaliseHeader));
  return (row, cells) => {
    if (row === headerRow) {
      personal = cells.flatMap((name, i) =>
        isPersonalHeader(name) || ignored.has(normaliseHeader(name)) ? [i] : [],
      );
      return cells;
    }
    if (row < headerRow || personal.length === 0) return cells;
    const kept = [...cells];
    // Not emptied: a row that holds nothing else must still be counted.
    for (const i of personal) if (kept[i]?.trim()) kept[i] = '*';
    return kept;
  };
}

/**
 * Writes the sheet of a workbook that the profile means as CSV, one line for each row of the sheet.
 * @returns the file as it is read from here on (comma-delimited), and what the operator should know of the sheet
 * @throws Fault naming what is wrong with the workbook or the choice of sheet
 */
export async function readSheet(
  file: SourceFile,
  target: string,
): Promise<{ file: SourceFile; warnings: string[] }> {
  const { sheet, decimal, header_row, fill_merged_header, ignore } = file.profile;
  const workbook = await openWorkbook(file.path, { file: file.name });
  const made = await sheetToCsv(file.path, sheet ?? onlySheet(workbook, file.name), target, {
    file: file.name,
    decimal,
    fillMergedRows: fill_merged_header ? header_row : 0,
    rewrite: file.rewrite?.() ?? withoutPersonal(header_row, ignore),
  });
  const hidden = workbook.sheets.filter((each) => each.hidden && !each.empty).length;
  const counts: [string, number][] = [
    ['formulas-without-value', made.warnings.formulasWithoutValue],
    ['error-cells', made.warnings.errorCells],
    ['long-numbers', made.warnings.longNumbers],
    ['hidden-rows', made.warnings.hiddenRows],
    ['hidden-sheets', hidden],
  ];
  return {
    file: { ...file, profile: { ...file.profile, delimiter: ',' } },
    warnings: counts.filter(([, n]) => n > 0).map(([name, n]) => `${name} ${n}`),
  };
}
