import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { datasetSchema } from '../../src/contract/dataset.ts';
import { profileSchema, profileTables } from '../../src/contract/profile.ts';
import { bytesOf, committedPaths, linesOf, made, textOf } from './read.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const dataset = datasetSchema.parse(JSON.parse(textOf('dataset.json')));
const profileOf = (path: string) => profileSchema.parse(JSON.parse(textOf(path)));

describe('the committed demo set', () => {
  test('is what the generator makes, byte for byte, and nothing else', () => {
    expect(committedPaths().sort()).toEqual([...made.keys()].sort());
    for (const [path, bytes] of made) expect([path, sha256(bytesOf(path))]).toEqual([path, sha256(bytes)]);
  });

  test('has at most 8 MB', () => {
    const total = committedPaths().reduce((bytes, path) => bytes + bytesOf(path).length, 0);
    expect(total).toBeLessThanOrEqual(8_000_000);
  });

  test('says that it is synthetic, free and of one day', () => {
    expect(dataset).toMatchObject({ synthetic: true, licence: 'CC0-1.0', released: '2025-09-01' });
  });

  test('has lines that end in LF alone', () => {
    for (const path of committedPaths()) expect([path, bytesOf(path).includes(13)]).toEqual([path, false]);
  });

  test('has 2019 in Windows-1251 and 2021 in UTF-8 with a byte order mark', () => {
    expect(() => textOf('results-vpr-2019.csv')).toThrow();
    expect(textOf('results-vpr-2019.csv', 'windows-1251')).toMatch(
      /^Год;Класс;Предмет;Муниципалитет;ОО;Логин/,
    );
    expect([...bytesOf('results-vpr-2021.csv').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('keeps the leading zero of municipality codes', () => {
    for (const line of linesOf('schools.csv')) expect(line.municipality_id).toMatch(/^09\d{6}$/);
  });
});

describe('the profiles', () => {
  const cases = dataset.inputs.map((input) => [input.id, input.files, input.profile] as const);

  test('read every CSV file of the folder once', () => {
    const csvs = committedPaths().filter((path) => path.endsWith('.csv'));
    expect(dataset.inputs.map((input) => input.files).sort()).toEqual(csvs.sort());
  });

  test.each(cases)('name every header of %s, and no header that is not there', (_id, file, path) => {
    const profile = profileOf(path);
    const used = [
      ...Object.values(profile.columns).map((column) => column.from),
      ...profile.filters.map((filter) => filter.from),
      ...Object.keys(profile.unpivot?.columns ?? {}),
      ...profile.ignore,
    ];
    expect([...new Set(used)].sort()).toEqual(Object.keys(linesOf(file)[0] ?? {}).sort());
  });

  test.each(cases)('fill only columns that the table of %s has', (id, _file, path) => {
    const profile = profileOf(path);
    const constants = dataset.inputs.find((input) => input.id === id)?.constants;
    const filled = Object.keys({ ...profile.columns, ...profile.constants, ...constants });
    expect(Object.keys(profileTables[profile.table].columns)).toEqual(expect.arrayContaining(filled));
  });

  test.each(cases)('fill every obligatory column of %s but what ingest gives itself', (id, _file, path) => {
    const profile = profileOf(path);
    const constants = dataset.inputs.find((input) => input.id === id)?.constants;
    const unpivoted = profile.unpivot
      ? [profile.unpivot.into, ...Object.values(profile.unpivot.columns).flatMap(Object.keys), 'dimension']
      : [];
    const filled = new Set([
      ...Object.keys({ ...profile.columns, ...profile.constants, ...constants }),
      ...unpivoted,
    ]);
    const missing = Object.entries(profileTables[profile.table].columns)
      .filter(([name, column]) => !('nullable' in column) && !filled.has(name))
      .map(([name]) => name);
    const given: Partial<Record<string, string[]>> = {
      results: ['suppressed', 'source_id'],
      roadmaps: ['position', 'recurrence', 'period_basis'],
    };
    expect(missing).toEqual(given[profile.table] ?? []);
  });
});
