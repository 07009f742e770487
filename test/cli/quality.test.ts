import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, it, vi } from 'vitest';
import { filesBelow } from '../../src/publish/files.ts';
import { dataset, folderWith, header, lines, other, profile, row, run, sourceSet } from '../support.ts';

vi.spyOn(console, 'log').mockImplementation(() => {});
vi.spyOn(console, 'error').mockImplementation(() => {});

const table = (folder: string, name: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(folder, `${name}.csv`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
const lined = (rows: Record<string, string>[], ...names: string[]) =>
  rows.map((each) => names.map((name) => each[name]).join(' | '));

it('tells of every file what became of its rows and why, and the sum is the rows that came in', async () => {
  const bad = row.replace('sch001', 'sch009').replace(';40;', ';сорок;');
  const set = sourceSet(
    { 'a.csv': lines(row, 'Итого;;;;2023;5;Математика;65;11;24;18;12', bad), 'b.csv': lines(other) },
    {
      'dataset.json': {
        ...dataset,
        inputs: [{ ...dataset.inputs[0], accept_rejected: { 'not-a-number': 1 } }],
      },
      'profile.json': { ...profile, filters: [{ from: 'Логин', drop: ['Итого'], reason: 'total' }] },
    },
  );
  const { folder, manifest } = await run(set);
  const rows = table(folder, 'inputs');
  expect(lined(rows, 'file', 'outcome', 'rule', 'rows')).toEqual([
    'a.csv | excluded | total | 1',
    'a.csv | published |  | 1',
    'a.csv | rejected | not-a-number | 1',
    'a.csv | rows-in |  | 3',
    'a.csv | suppressed |  | 0',
    'b.csv | published |  | 1',
    'b.csv | rows-in |  | 1',
    'b.csv | suppressed |  | 0',
  ]);
  expect(manifest.sources[0]).toMatchObject({ rejected: 1, rejected_by: { 'not-a-number': 1 } });
  // The list of columns is a table: a manifest is read by every page of the explorer.
  expect(manifest.sources[0]).not.toHaveProperty('columns');
});

it('tells what every column became; personal data are named by their header and nothing of them is kept', async () => {
  const secret = 'Тайнов Тайн Тайнович';
  const names = `${header};ФИО;Примечание`;
  const set = sourceSet(
    { 'a.csv': `${names}\n${row};${secret};ок\n${other};${secret};ок\n` },
    { 'profile.json': { ...profile, ignore: ['Примечание'] } },
  );
  const { folder } = await run(set);
  const rows = lined(table(folder, 'input_columns'), 'use', 'file_column', 'our_column', 'constant');
  expect(rows).toContain('value | Кол-во участников | participants | ');
  expect(rows).toContain('personal | ФИО |  | ');
  expect(rows).toContain('ignored | Примечание |  | ');
  expect(rows).toContain('constant |  | procedure | vpr');
  expect(rows).toHaveLength(header.split(';').length + 2 + 2);
  for (const path of filesBelow(folder))
    expect(readFileSync(join(folder, path)).includes(secret), path).toBe(false);
});

it('tells that a file repeats another year’s, byte for byte', async () => {
  const text = lines(row);
  const { year: _, ...columns } = profile.columns;
  const inputs = [2023, 2024].map((year) => ({
    id: `y${year}`,
    files: `${year}.csv`,
    profile: 'profile.json',
    constants: { year },
  }));
  const set = folderWith({
    'dataset.json': { ...dataset, inputs },
    'profile.json': { ...profile, columns, ignore: ['Год'] },
    '2023.csv': text,
    '2024.csv': text,
  });
  const { folder } = await run(set);
  expect(lined(table(folder, 'input_notes'), 'file', 'code', 'note')).toEqual([
    '2024.csv | identical-to | 2023.csv',
  ]);
});

it('tells how every shape found its municipality, and which municipality has none', async () => {
  const square = (name: string, at: number) => ({
    type: 'Feature',
    properties: { name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [at, 0],
          [at, 1],
          [at + 1, 1],
          [at + 1, 0],
          [at, 0],
        ],
      ],
    },
  });
  const third = other.replace('sch002', 'sch003').replace('m1;Первый район', 'm2;Второй район');
  const boundaries = {
    type: 'FeatureCollection',
    features: [square('Первый муниципальный округ', 0), square('<script>alert(1)</script>', 2)],
  };
  const set = sourceSet(
    { 'a.csv': lines(row, third) },
    { 'dataset.json': { ...dataset, boundaries: 'map.geojson' }, 'map.geojson': boundaries },
  );
  const { folder } = await run(set);
  expect(lined(table(folder, 'boundary_names'), 'place', 'way', 'shape', 'municipality_id')).toEqual([
    '0 | plain-name | Первый муниципальный округ | m1',
    '1 | unmatched | <script>alert(1)</script> | ',
    '2 | no-shape |  | m2',
  ]);
  expect(existsSync(join(folder, 'boundaries.geojson'))).toBe(true);
});
