import { expect, it } from 'vitest';
import type { ManifestFile } from '../../src/contract/public.ts';

process.env.DINAMIKA_DATA = 'test/files/sample-release';
const { fileTables } = await import('../../src/site/file-tables.ts');

const file = (path: string, bytes: number, rows?: number): ManifestFile => ({
  ...{ path, bytes, sha256: '' },
  ...(rows === undefined ? {} : { rows }),
});

it('a table and its formats stand together, in the order of the dictionary', () => {
  const files = [
    file('audit.json', 7),
    file('boundaries.geojson', 8),
    file('indicators/fail-rate.parquet', 5, 9),
    file('results.csv', 40, 9),
    file('results.parquet', 4, 9),
    file('schools.csv', 3, 2),
    file('notes/own.json', 6),
  ];
  expect(
    fileTables(files, 'ru', new Map([['fail-rate', 'Доля двоек']])).map(({ stem, name, rows, formats }) => [
      ...[stem, name, rows],
      formats.map(({ format, bytes }) => `${format} ${bytes}`).join(),
    ]),
  ).toEqual([
    ['schools', 'Школы', 2, 'CSV 3'],
    ['results', 'Результаты', 9, 'CSV 40,Parquet 4'],
    ['indicators/fail-rate', 'Доля двоек', 9, 'Parquet 5'],
    ['audit', 'Проверка атакой: что нельзя вычислить', undefined, 'JSON 7'],
    ['boundaries', 'Границы муниципалитетов', undefined, 'GeoJSON 8'],
    ['notes/own', undefined, undefined, 'JSON 6'],
  ]);
});
