import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as set from '../support.ts';
import { book, type SheetSpec } from './xlsx/write.ts';

const { header, lines, other, profile, row } = set;

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** Rows of a sheet from `;`-separated lines: numbers as numbers, the rest as inline text. */
const sheet = (...records: string[]): string =>
  records
    .map((record) => {
      const cells = record.split(';').map((value) => {
        if (value === '') return '<c/>';
        if (/^-?\d+(\.\d+)?$/.test(value)) return `<c><v>${value}</v></c>`;
        return `<c t="inlineStr"><is><t>${value}</t></is></c>`;
      });
      return `<row>${cells.join('')}</row>`;
    })
    .join('');

const inputs = [{ id: 'results', files: '*.xlsx', profile: 'profile.json' }];
const workbookSet = (sheets: SheetSpec[], changes: object = {}) =>
  set.folderWith({
    'dataset.json': { ...set.dataset, inputs },
    'profile.json': { ...profile, format: 'xlsx', ...changes },
    'a.xlsx': book({ sheets }),
  });

const results = (folder: string): string => readFileSync(join(folder, 'results.csv'), 'utf8');

describe('a workbook', () => {
  it('gives the same rows as the same table in CSV', async () => {
    const text = await set.run(set.sourceSet({ 'a.csv': lines(row, other) }));
    const made = await set.run(workbookSet([{ rows: sheet(header, row, other) }]));
    expect(results(made.folder)).toBe(results(text.folder));
  });

  it('has its title rows skipped, and rows are named as Excel numbers them', async () => {
    const folder = workbookSet(
      [{ rows: sheet('Статистика', '', header, row, other.replace(';25;', ';0;')) }],
      {
        header_row: 3,
      },
    );
    const work = set.temporaryFolder();
    await set.faultOf(() => set.run(folder, { work }));
    expect(readFileSync(join(work, 'reject.csv'), 'utf8')).toContain('a.xlsx,5,participants,zero-count');
  });

  it('with several sheets is read from the one that the profile names; hidden ones are told', async () => {
    const sheets = [
      { name: 'Классы', rows: sheet('Класс', '5А') },
      { name: 'Протокол', rows: sheet(header, row) },
      { name: 'Черновик', state: 'hidden' as const, rows: sheet('x') },
    ];
    const fault = await set.faultOf(() => set.run(workbookSet(sheets)));
    expect(fault.code).toBe('sheet-not-named');
    const { manifest } = await set.run(workbookSet(sheets, { sheet: 'протокол' }));
    expect(manifest.sources[0]).toMatchObject({ rows_in: 1, published: 1, warnings: ['hidden-sheets 1'] });
  });

  it.each(['__proto__', 'constructor', 'toString'])('with a sheet named %s is read from it', async (name) => {
    const sheets = [
      { name: 'Классы', rows: sheet('Класс', '5А') },
      { name, rows: sheet(header, row) },
    ];
    const fault = await set.faultOf(() => set.run(workbookSet(sheets)));
    expect(fault).toMatchObject({ code: 'sheet-not-named', details: { known: `«Классы», «${name}»` } });
    const { manifest } = await set.run(workbookSet(sheets, { sheet: name }));
    expect(manifest.sources[0]).toMatchObject({ rows_in: 1, published: 1 });
    const unknown = await set.faultOf(() => set.run(workbookSet(sheets.slice(0, 1), { sheet: name })));
    expect(unknown).toMatchObject({ code: 'unknown-sheet', details: { sheet: name } });
  });

  it('with an error in a cell has that row rejected, not read as missing', async () => {
    const broken = sheet(header, row).replace('<c><v>6</v></c>', '<c t="e"><v>#DIV/0!</v></c>');
    const fault = await set.faultOf(() => set.run(workbookSet([{ rows: broken }])));
    expect(fault.details).toMatchObject({ rule: 'not-a-number', n: 1 });
  });

  it('leaves nothing in public when it is damaged', async () => {
    const out = set.temporaryFolder();
    const folder = set.folderWith({
      'dataset.json': { ...set.dataset, inputs },
      'profile.json': { ...profile, format: 'xlsx' },
      'a.xlsx': book({ sheets: [{ rows: sheet(header, row) }] }).subarray(0, 900),
    });
    const fault = await set.faultOf(() => set.run(folder, { out }));
    expect(fault.code).toBe('damaged-zip');
    expect(set.fingerprint(out)).toBe(set.fingerprint(set.temporaryFolder()));
  });
});
