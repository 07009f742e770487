/**
 * Rows per second and peak memory of XLSX readers over one generated sheet of twenty columns, each in its own process:
 *
 *   node test/ingest/xlsx/bench.ts 100000                 ours alone
 *   node test/ingest/xlsx/bench.ts 100000 /tmp/candidates others too, from a folder with
 *     npm i exceljs@4.4.0 hucre@1.0.0 read-excel-file@9.3.17 @e965/xlsx@0.20.3
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { sheetToCsv } from '../../../src/ingest/xlsx/workbook.ts';
import { book } from './write.ts';

const letters = 'ABCDEFGHIJKLMNOPQRST';

/** A sheet like those of pupils: half numbers, half shared strings, one date. */
function sheet(count: number): Buffer {
  const chunks: Buffer[] = [];
  for (let i = 0; i < count; i++) {
    const cells = [...letters].map((letter, k) => {
      const shared = k < 2 || k === 3 || (i + k) % 3 === 0;
      const value = shared
        ? k === 3
          ? 1000 + i
          : (i + k) % 1000
        : k === 9
          ? 44_000 + (i % 900)
          : (i * k) % 97;
      return `<c r="${letter}${i + 1}"${shared ? ' t="s"' : ''}${k === 9 ? ' s="1"' : ''}><v>${value}</v></c>`;
    });
    chunks.push(Buffer.from(`<row r="${i + 1}">${cells.join('')}</row>`));
  }
  const uri = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const start = Buffer.from(`<worksheet xmlns="${uri}"><sheetData>`);
  return Buffer.concat([start, ...chunks, Buffer.from('</sheetData></worksheet>')]);
}

function generate(count: number, path: string): void {
  const schools = Array.from({ length: 1000 }, (_, i) => `<t>edu22${i} | МБОУ «СОШ № ${i}»</t>`);
  const codes = Array.from({ length: count }, (_, i) => `<t>код-${i}</t>`);
  writeFileSync(
    path,
    book({ sheets: [{ xml: sheet(count) }], strings: [...schools, ...codes], formats: [14] }),
  );
}

type Rows = AsyncIterable<unknown> | Iterable<unknown>;
type Stream = {
  stream: { xlsx: { WorkbookReader: new (path: string, options: object) => AsyncIterable<Rows> } };
};

/** Each reads every row of the first sheet and says how many there were. */
const readers: Record<string, (path: string, load: (name: string) => Promise<unknown>) => Promise<number>> = {
  async ours(path) {
    return (await sheetToCsv(path, 0, `${path}.csv`)).rows;
  },
  async exceljs(path, load) {
    const { default: library } = (await load('exceljs')) as { default: Stream };
    let rows = 0;
    const options = { sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', worksheets: 'emit' };
    for await (const each of new library.stream.xlsx.WorkbookReader(path, options)) {
      for await (const _ of each) rows++;
    }
    return rows;
  },
  async hucre(path, load) {
    const { streamXlsxRows } = (await load('hucre/xlsx')) as { streamXlsxRows: (input: unknown) => Rows };
    let rows = 0;
    for await (const _ of streamXlsxRows(Readable.toWeb(createReadStream(path)))) rows++;
    return rows;
  },
  async 'read-excel-file'(path, load) {
    const { readSheet } = (await load('read-excel-file/node')) as {
      readSheet: (path: string) => Promise<unknown[]>;
    };
    return (await readSheet(path)).length;
  },
  async '@e965/xlsx'(path, load) {
    const { read } = (await load('@e965/xlsx')) as {
      read: (
        bytes: Buffer,
        options: object,
      ) => { SheetNames: string[]; Sheets: Record<string, { '!data': unknown[] }> };
    };
    const { SheetNames, Sheets } = read(readFileSync(path), { dense: true });
    return Sheets[SheetNames[0] ?? '']?.['!data'].length ?? 0;
  },
};

async function measure(name: string, path: string, folder: string): Promise<void> {
  const require = createRequire(resolve(folder, 'x.js'));
  const start = performance.now();
  const rows = await readers[name]?.(path, (library) => import(pathToFileURL(require.resolve(library)).href));
  const seconds = (performance.now() - start) / 1000;
  // Not resourceUsage().maxRSS: a child begins with its parent's.
  const [, peak] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  const speed = Math.round((rows ?? 0) / seconds);
  console.log(
    `${name}: ${rows} rows, ${seconds.toFixed(1)} s, ${speed} rows/s, ${Math.round(Number(peak) / 1024)} MB`,
  );
}

const [first = '100000', folder, path] = process.argv.slice(2);
if (path !== undefined && folder !== undefined) await measure(first, path, folder);
else {
  const temporary = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
  const file = join(temporary, 'a.xlsx');
  generate(Number(first), file);
  for (const name of folder ? Object.keys(readers) : ['ours']) {
    execFileSync(process.execPath, [import.meta.filename, name, folder ?? '.', file], { stdio: 'inherit' });
  }
  rmSync(temporary, { recursive: true });
}
