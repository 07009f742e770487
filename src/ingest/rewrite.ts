import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import Papa from 'papaparse';
import type { Profile } from '../contract/profile.ts';
import { LineMender, mending } from './line-ends.ts';
import type { Rewrite } from './sheet.ts';
import { CsvSink } from './xlsx/csv.ts';
import { defaultLimits } from './xlsx/limits.ts';

const breaks = /\r\n|\r|\n/g;

/**
 * Rewrites a delimited UTF-8 text row by row into CSV, as a sheet is. Rows up to the header keep their number, as
 * profiles count them; a row below it becomes the line on which it began in the text, so that its place can be named.
 * @returns what the operator should know of the text
 */
export async function rewriteText(
  path: string,
  target: string,
  { delimiter, header_row }: Pick<Profile, 'delimiter' | 'header_row'>,
  rewrite: Rewrite,
  file: string,
): Promise<string[]> {
  const sink = new CsvSink(target, 0, defaultLimits.csvBytes, { file });
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter, newline: '\n' });
  const mender = new LineMender();
  const text = createReadStream(path, { encoding: 'utf8' });
  try {
    let [row, line] = [0, 1];
    for await (const cells of pipeline(text, mending(mender), parser, () => {})) {
      const record = cells as string[];
      row++;
      const texts = record.map((cell) => cell.replace(/[\uFEFF]/g, '').replace(/[\r\n]+/g, ' '));
      sink.row(row <= header_row ? row : line, rewrite(row, texts));
      line += 1 + record.reduce((sum, cell) => sum + (cell.match(breaks)?.length ?? 0), 0);
      await sink.flush();
    }
    await sink.finish();
  } catch (error) {
    await sink.discard();
    throw error;
  }
  return mender.mixed ? ['mixed-line-ends'] : [];
}
