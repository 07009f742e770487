import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Table } from '../contract/column.ts';
import { published } from '../contract/published.ts';
import { excelCsv } from '../publish/excel-csv.ts';
import { workbook } from '../publish/workbook.ts';
import { zipFolder } from '../publish/zip.ts';
import { municipalitySheets, regionSheets } from '../site/downloads/sheets.ts';
import type { Entry } from '../site/indicator-lines.ts';
import { dataFolder, manifest, municipalities, release } from '../site/release.ts';

const tableOf = (path: string): Table | undefined => {
  const name = path.startsWith('indicators/') ? 'indicators' : path.replace(/\.csv$/, '');
  return path.endsWith('.csv') ? (published as Record<string, Table>)[name] : undefined;
};

const write = (path: string, bytes: string | Buffer): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
};

/**
 * Writes what people download of the process's release beside its own files: the whole as a ZIP, every CSV as Excel
 * opens it, workbooks of the region and of each municipality.
 */
export async function writeDownloads(out: string, entries: readonly Entry[]): Promise<void> {
  const name = release();
  const folder = join(dataFolder(), name);
  const day = name.slice(0, 10);
  const data = join(out, 'data');
  mkdirSync(data, { recursive: true });
  await zipFolder(folder, name, day, join(data, `${name}.zip`));
  const excel = join(data, 'excel', name);
  for (const { path } of manifest().files) {
    const table = tableOf(path);
    if (table) write(join(excel, path), excelCsv(readFileSync(join(folder, path), 'utf8'), table));
  }
  write(join(excel, 'region.xlsx'), await workbook(regionSheets(entries), day));
  for (const { municipality } of municipalities()) {
    const { municipality_id: id } = municipality;
    write(join(excel, 'municipalities', `${id}.xlsx`), await workbook(municipalitySheets(id, entries), day));
  }
}
