import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { integer, text } from '../../src/contract/column.ts';
import { type CsvTable, csvText, inert } from '../../src/contract/separated.ts';
import { excelCsv } from '../../src/publish/excel-csv.ts';
import { workbook } from '../../src/publish/workbook.ts';
import { zipFolder } from '../../src/publish/zip.ts';
import { folderWith, temporaryFolder } from '../support.ts';

const hostile = ['=HYPERLINK("http://x.example";"1")', '+1', '-1+2', '@SUM(A1)', '\tx', 'СОШ № 1; "А"'];
const table: CsvTable = {
  columns: ['name', 'change', 'share'],
  rows: hostile.map((name, index) => [name, -index - 1, index / 8]),
};

describe('values separated for people', () => {
  it('neutralise text that a spreadsheet would run; negative numbers stay numbers', () => {
    for (const [index, line] of csvText(table, 'rfc4180').trim().split('\r\n').slice(1).entries()) {
      const [name = '', change] = Papa.parse<string[]>(line).data[0] ?? [];
      expect(name).not.toMatch(/^[=+\-@\t]/);
      expect(change).toBe(String(-index - 1));
    }
    expect(inert('СОШ = № 1')).toBe('СОШ = № 1');
  });

  it('for Excel have its mark, semicolons and decimal commas', () => {
    const lines = csvText(table, 'excel').split('\r\n');
    expect(lines[0]).toBe('\ufeffname;change;share');
    expect(lines[2]).toBe("'+1;-2;0,125");
  });

  it('are made of a published table by the types of its columns: a code of digits stays text', () => {
    const shape = {
      key: ['id'],
      columns: { id: text, change: integer, share: { type: 'decimal', sql: 'DOUBLE' } },
    } as const;
    expect(excelCsv('id,change,share\n0970,-5,0.25\n"=1+1",,\n', shape)).toBe(
      "\ufeffid;change;share\r\n0970;-5;0,25\r\n'=1+1;;\r\n",
    );
  });
});

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.warn('skipped: python3 is not installed, which unzips the archive independently');

describe('archives', () => {
  it.skipIf(!python)('have the same bytes in any time zone, and unzip to the same files', async () => {
    const folder = folderWith({ 'a.csv': 'x\n1\n', 'b/c.json': { y: 2 } });
    const out = temporaryFolder();
    const zone = process.env.TZ;
    const made: Buffer[] = [];
    for (const name of ['Asia/Tokyo', 'America/New_York']) {
      process.env.TZ = name;
      await zipFolder(folder, '2025-09-01-b36553f1', '2025-09-01', join(out, 'x.zip'));
      made.push(readFileSync(join(out, 'x.zip')));
    }
    process.env.TZ = zone;
    expect(made[0]?.equals(made[1] ?? Buffer.of())).toBe(true);
    const script =
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip()); print(*z.namelist())';
    const told = execFileSync('python3', ['-c', script, join(out, 'x.zip')], { encoding: 'utf8' });
    expect(told).toBe('None\n2025-09-01-b36553f1/a.csv 2025-09-01-b36553f1/b/c.json\n');
  });

  it('a workbook has the same bytes when made twice', async () => {
    const sheet = { name: 'a', header: table.columns, rows: table.rows };
    const one = await workbook([sheet], '2025-09-01');
    expect((await workbook([sheet], '2025-09-01')).equals(one)).toBe(true);
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office)
  console.warn('skipped: LibreOffice (soffice) is not installed; apt-get install libreoffice-calc');

/** Opens a file in LibreOffice and gives back the table it saw. */
function seenByOffice(name: string, bytes: string | Buffer, filter: string): string[][] {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, name), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = ['--headless', profile, filter, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1'];
  execFileSync(
    'soffice',
    [...args.filter((arg) => arg !== ''), '--outdir', join(folder, 'out'), join(folder, name)],
    {
      stdio: 'ignore',
      timeout: 120_000,
    },
  );
  const csv = readFileSync(join(folder, 'out', name.replace(/\.\w+$/, '.csv')), 'utf8');
  return Papa.parse<string[]>(csv.trim()).data;
}

describe.skipIf(!office)('LibreOffice', () => {
  it('opens the workbook and sees the very table; nothing in it is run', { timeout: 180_000 }, async () => {
    const bytes = await workbook([{ name: 'a', header: table.columns, rows: table.rows }], '2025-09-01');
    const seen = seenByOffice('book.xlsx', bytes, '');
    expect(seen[0]).toEqual(table.columns);
    expect(seen.slice(1).map(([name]) => name)).toEqual(hostile);
    expect(seen.slice(1).map((row) => row.slice(1).map(Number))).toEqual(
      table.rows.map((row) => row.slice(1)),
    );
  });

  it('opens the CSV for Excel as Russian Excel would: numbers are numbers, formulas are text', {
    timeout: 180_000,
  }, () => {
    // 59: semicolon, 34: quote, 76: UTF-8, 1049: Russian, detect numbers.
    const filter = '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1049,false,true';
    const seen = seenByOffice('table.csv', csvText(table, 'excel'), filter);
    expect(seen.slice(1).map((row) => row.slice(1).map(Number))).toEqual(
      table.rows.map((row) => row.slice(1)),
    );
    for (const [name = ''] of seen.slice(1)) expect(name).not.toMatch(/^(=|#|Err|[0-9]+$)/);
  });
});
