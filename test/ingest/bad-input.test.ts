import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { describeFault } from '../../src/i18n/faults.ts';
import * as set from '../support.ts';

const { dataset, header, lines, other, profile, row, sourceSet } = set;

let good: set.Run;
let before: string;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const out = mkdtempSync(join(tmpdir(), 'dinamika-test-'));
  good = await set.run(sourceSet({ 'a.csv': lines(row) }), { out, work: `${out}/work` });
  before = set.fingerprint(out);
  return () => rmSync(out, { recursive: true });
});

interface Case {
  what: string;
  folder: () => string;
  code: string;
  /** What the worded fault must name. */
  says: RegExp;
  /** Line, column and rule in reject.csv, for faults of single rows. */
  rejects?: [line: number, column: string, rule: string][];
}

const changed = (column: number, value: string): string => row.split(';').with(column, value).join(';');
const rejected = (what: string, bad: string, column: string, rule: string): Case => ({
  what,
  folder: () => sourceSet({ 'a.csv': lines(other, bad) }),
  code: 'rows-rejected',
  says: new RegExp(`a\\.csv.*"${rule}"`),
  rejects: [[3, column, rule]],
});
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines(row), 'utf16le')]);

const cases: Case[] = [
  {
    what: 'a missing source set',
    folder: () => '/nowhere/at/all',
    code: 'missing-source-set',
    says: /nowhere.*npm run ingest/s,
  },
  { what: 'an empty folder', folder: () => set.folderWith({}), code: 'no-dataset', says: /dataset\.json/ },
  {
    what: 'a set without data files',
    folder: () => sourceSet({}),
    code: 'no-files',
    says: /inputs\.results\.files.*\*\.csv/s,
  },
  {
    what: 'a column that the profile names and the file lacks',
    folder: () => sourceSet({ 'a.csv': `${header.replace('Класс', 'Параллель')}\n${row}\n` }),
    code: 'missing-column',
    says: /a\.csv, line 1, column «Класс».*Параллель/s,
  },
  {
    what: 'a column that the profile does not know',
    folder: () => sourceSet({ 'a.csv': `${header};Примечание\n${row};x\n` }),
    code: 'unknown-column',
    says: /column «Примечание».*ignore/s,
  },
  rejected(
    'a repeated key',
    other.replace('25;5;10;6;4', '26;5;10;7;4'),
    'school_id+year+procedure+subject+grade+session',
    'duplicate-key',
  ),
  rejected('marks that do not add up', changed(8, '7'), 'participants', 'marks-do-not-sum'),
  rejected('a negative count', changed(8, '-6'), 'mark_2', 'negative-count'),
  rejected('a fractional count', changed(7, '40.5'), 'participants', 'fractional-count'),
  rejected('no participants', changed(7, '0'), 'participants', 'zero-count'),
  rejected('an unknown subject', changed(6, 'Алхимия'), 'subject', 'unknown-subject'),
  rejected('a year of five digits', changed(4, '20222'), 'year', 'out-of-range'),
  rejected('a word where a number should be', changed(8, 'шесть'), 'mark_2', 'not-a-number'),
  rejected('scientific notation in a count', changed(8, '6e0'), 'mark_2', 'not-a-number'),
  rejected('NaN in a count', changed(8, 'NaN'), 'mark_2', 'not-a-number'),
  rejected('an empty key', changed(0, ''), 'school_id', 'missing-value'),
  rejected('a row with a column too many', `${row};9`, '', 'malformed-row'),
  rejected('a row with a column too few', row.slice(0, -2), '', 'malformed-row'),
  rejected('an identifier of 65 letters', changed(0, 'ш'.repeat(65)), 'school_id', 'unsafe-id'),
  rejected('an identifier that climbs out of its folder', changed(0, '../../etc'), 'school_id', 'unsafe-id'),
  {
    what: 'a workbook named .csv',
    folder: () => sourceSet({ 'a.csv': Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2]) }),
    code: 'workbook-not-text',
    says: /a\.csv.*"format": "xlsx"/s,
  },
  {
    what: 'a binary file named .csv',
    folder: () => sourceSet({ 'a.csv': Buffer.from('%PDF-1.7\n%âãÏÓ\n') }),
    code: 'binary-file',
    says: /a\.csv.*PDF.*CSV/s,
  },
  {
    what: 'random bytes named .csv',
    folder: () =>
      sourceSet({ 'a.csv': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)) }),
    code: 'binary-file',
    says: /a\.csv/,
  },
  {
    what: 'truncated UTF-16',
    folder: () => sourceSet({ 'a.csv': utf16.subarray(0, utf16.length - 1) }),
    code: 'truncated-utf16',
    says: /a\.csv.*odd/s,
  },
  {
    what: 'a header-only file',
    folder: () => sourceSet({ 'a.csv': `${header}\n` }),
    code: 'header-only',
    says: /a\.csv, line 1/,
  },
  {
    what: 'an empty file',
    folder: () => sourceSet({ 'a.csv': '' }),
    code: 'empty-file',
    says: /a\.csv.*0 bytes/s,
  },
  {
    what: 'two identical files',
    folder: () => sourceSet({ 'a.csv': lines(row), 'b.csv': lines(row) }),
    code: 'identical-files',
    says: /b\.csv.*a\.csv/s,
  },
  {
    what: 'two files with the same rows in another order',
    folder: () => sourceSet({ 'a.csv': lines(row, other), 'b.csv': lines(other, row) }),
    code: 'rows-rejected',
    says: /b\.csv.*2.*"duplicate-key"/s,
  },
  {
    what: 'a profile that names a column of ours that does not exist',
    folder: () =>
      sourceSet(
        { 'a.csv': lines(row) },
        { 'profile.json': { ...profile, constants: { procedure: 'vpr', sesion: 'spring' } } },
      ),
    code: 'unknown-our-column',
    says: /profile\.json, key constants\.sesion.*session/s,
  },
  {
    what: 'a profile with a misspelt key',
    folder: () => sourceSet({ 'a.csv': lines(row) }, { 'profile.json': { ...profile, delimeter: ';' } }),
    code: 'invalid-json',
    says: /profile\.json.*delimeter/s,
  },
  {
    what: 'a dataset.json that is no JSON',
    folder: () => sourceSet({ 'a.csv': lines(row) }, { 'dataset.json': '{ "id": ' }),
    code: 'not-json',
    says: /dataset\.json/,
  },
  {
    what: 'a dataset.json without a licence',
    folder: () => sourceSet({ 'a.csv': lines(row) }, { 'dataset.json': { ...dataset, licence: undefined } }),
    code: 'invalid-json',
    says: /dataset\.json, key licence/,
  },
  {
    what: 'a required column that nothing fills',
    folder: () =>
      sourceSet({ 'a.csv': lines(row) }, { 'profile.json': { ...profile, constants: { procedure: 'vpr' } } }),
    code: 'unfilled-column',
    says: /session/,
  },
  {
    what: 'a profile that asks for names of pupils',
    folder: () =>
      sourceSet(
        { 'a.csv': `${header};ФИО\n${row};x\n` },
        { 'profile.json': { ...profile, columns: { ...profile.columns, score_mean: { from: 'ФИО' } } } },
      ),
    code: 'personal-column',
    says: /ФИО/,
  },
  {
    what: "a person's full name where a school's name should be",
    folder: () => sourceSet({ 'a.csv': lines(row.replace('СОШ № 1', 'Иванов Иван Иванович')) }),
    code: 'personal-content',
    says: /school_name/,
  },
  {
    what: 'Windows-1251 declared as UTF-8',
    folder: () =>
      sourceSet(
        { 'a.csv': Buffer.from([0xcb, 0xee, 0xe3, 0xe8, 0xed, 0x0a]) },
        { 'profile.json': { ...profile, encoding: 'utf-8' } },
      ),
    code: 'wrong-encoding',
    says: /utf-8.*windows-1251/s,
  },
];

describe('wrong input', () => {
  it.each(cases)(
    '$what: fault, place and remedy, and the public folder is untouched',
    async ({ folder, code, says, rejects }) => {
      const work = set.temporaryFolder();
      const fault = await set.faultOf(() => set.run(folder(), { out: good.out, work }));
      expect(fault.code).toBe(code);
      for (const lang of ['ru', 'en'] as const) {
        const worded = describeFault(fault, lang);
        expect(worded.split('\n')).toHaveLength(2);
        expect(worded).not.toMatch(/\{\w+\}/);
      }
      expect(describeFault(fault, 'en')).toMatch(says);
      expect(set.fingerprint(good.out)).toBe(before);
      if (!rejects) return;
      const report = readFileSync(join(work, 'reject.csv'), 'utf8');
      for (const [line, column, rule] of rejects)
        expect(report).toContain(`a.csv,${line},${column},${rule},`);
    },
  );

  it('keeps identifiers with leading zeros and 17 digits as text', async () => {
    const ids = ['00012', '12345678901234567'];
    const { folder } = await set.run(
      sourceSet({ 'a.csv': lines(...ids.map((id) => row.replace('sch001', id))) }),
    );
    const csv = readFileSync(join(folder, 'schools.csv'), 'utf8');
    expect(
      csv
        .split('\n')
        .slice(1, 3)
        .map((line) => line.split(',')[0]),
    ).toEqual(ids);
  });

  it('never echoes the value of a rejected cell', async () => {
    const work = set.temporaryFolder();
    await set.faultOf(() => set.run(sourceSet({ 'a.csv': lines(changed(8, 'секрет')) }), { work }));
    expect(readFileSync(join(work, 'reject.csv'), 'utf8')).not.toContain('секрет');
  });

  it('publishes without rejected rows when the operator accepted exactly that many, and says so in the manifest', async () => {
    const accepting = {
      ...dataset,
      inputs: [{ ...dataset.inputs[0], accept_rejected: { 'marks-do-not-sum': 1 } }],
    };
    const files = { 'a.csv': lines(other, changed(8, '7')) };
    const { manifest } = await set.run(sourceSet(files, { 'dataset.json': accepting }));
    expect(manifest.sources[0]).toMatchObject({ rows_in: 2, published: 1, rejected: 1 });
    const two = { 'a.csv': lines(other, changed(8, '7'), changed(8, '7').replace('sch001', 'sch003')) };
    const fault = await set.faultOf(() => set.run(sourceSet(two, { 'dataset.json': accepting })));
    expect(fault.code).toBe('rows-rejected');
  });
});
