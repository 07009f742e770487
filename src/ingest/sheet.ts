import type { SourceFile } from './source.ts';
import { onlySheet, openWorkbook, sheetToCsv } from './xlsx/workbook.ts';

/**
 * Writes the sheet of a workbook that the profile means as CSV, one line for each row of the sheet.
 * @returns the file as it is read from here on (comma-delimited), and what the operator should know of the sheet
 * @throws Fault naming what is wrong with the workbook or the choice of sheet
 */
export async function readSheet(
  file: SourceFile,
  target: string,
): Promise<{ file: SourceFile; warnings: string[] }> {
  const { sheet, decimal, header_row, fill_merged_header } = file.profile;
  const workbook = await openWorkbook(file.path, { file: file.name });
  const made = await sheetToCsv(file.path, sheet ?? onlySheet(workbook, file.name), target, {
    file: file.name,
    decimal,
    fillMergedRows: fill_merged_header ? header_row : 0,
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
