import type { Package } from './entries.ts';
import { type Kind, kindOfCode, kindOfId } from './formats.ts';
import { parseWhole } from './xml.ts';

/**
 * Reads what the cell styles make of numbers.
 * @returns kind by the style index of a cell
 */
export async function readStyles(source: Package, part: string | undefined): Promise<Kind[]> {
  if (part === undefined) return [];
  const codes = new Map<number, Kind>();
  const ids: number[] = [];
  let inCellFormats = false;
  await parseWhole(source, part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), kindOfCode(formatCode));
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) ids.push(Number(numFmtId));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return ids.map((id) => codes.get(id) ?? kindOfId(id));
}
