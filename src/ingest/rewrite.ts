import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import type { Profile } from '../contract/profile.ts';
import type { Rewrite } from './sheet.ts';
import { CsvSink } from './xlsx/csv.ts';
import { defaultLimits } from './xlsx/limits.ts';

/** Rewrites a delimited UTF-8 text row by row into CSV, as a sheet is: row n becomes line n. */
export async function rewriteText(
  path: string,
  target: string,
  { delimiter }: Pick<Profile, 'delimiter'>,
  rewrite: Rewrite,
  file: string,
): Promise<void> {
  const sink = new CsvSink(target, 0, defaultLimits.csvBytes, { file });
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter });
  try {
    let row = 0;
    for await (const cells of createReadStream(path, { encoding: 'utf8' }).pipe(parser)) {
      row++;
      const texts = (cells as string[]).map((cell) => cell.replace(/[\uFEFF]/g, '').replace(/[\r\n]+/g, ' '));
      sink.row(row, [...rewrite(row, texts)]);
      await sink.flush();
    }
    await sink.finish();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
