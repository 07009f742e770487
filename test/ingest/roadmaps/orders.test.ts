import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkStaged } from '../../../src/canonical/check.ts';
import { loadReference, readSubjects } from '../../../src/canonical/reference.ts';
import type { Engine } from '../../../src/contract/engine.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { orderIds } from '../../../src/ingest/roadmaps/orders.ts';
import { withoutNames } from '../../../src/ingest/roadmaps/roles.ts';
import { readSourceSet } from '../../../src/ingest/source.ts';
import { openNative } from '../../../src/query/native.ts';
import { faultOf, lines, row, sourceSet, temporaryFolder } from '../../support.ts';

const folder = 'data/roadmaps';
const read = (id: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(folder, id, 'roadmap.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

async function staged(changes: object = {}, csv: Record<string, string> = {}): Promise<Engine> {
  const engine = await openNative();
  await loadReference(engine, 'data/reference');
  const set = readSourceSet(sourceSet({ 'a.csv': lines(row) }, { ...csv }));
  Object.assign(set.dataset, changes);
  const effects = { engine, temporary: temporaryFolder(), progress: () => {}, orders: folder };
  try {
    await ingest(set, readSubjects('data/reference'), effects);
    await checkStaged(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return engine;
}

describe('the road maps of the five orders', () => {
  it('have every item of the orders, by part', () => {
    const count = (id: string, start: string) =>
      read(id).filter(({ item = '' }) => item.startsWith(start)).length;
    expect(orderIds(folder)).toEqual([
      'charoda-2023',
      'karabash-2023',
      'krasnodar-2023',
      'primorye-2021',
      'sochi-2024',
    ]);
    expect(['m1.', 'm2.', 's1.', 's2.'].map((part) => count('sochi-2024', part))).toEqual([17, 8, 8, 3]);
    expect(read('charoda-2023').length).toBe(12);
    expect(read('karabash-2023').map(({ item }) => item)).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '1.5',
      '1.6',
      '1.7',
      '1.8',
    ]);
    expect(['1.', '2.', '3.', '4.'].map((task) => count('primorye-2021', task))).toEqual([4, 17, 4, 3]);
    expect(read('krasnodar-2023').map(({ item }) => item)).toEqual([
      '4',
      '5.1',
      '5.2',
      '5.3',
      '6.1',
      '6.2',
      '7',
      '8.1',
      '8.2',
      '8.3',
      '8.4',
      '8.5',
      '8.6',
    ]);
  });

  it('have the numbers that the order of Primorye expects', () => {
    const numbers = Object.fromEntries(
      read('primorye-2021')
        .filter(({ target }) => target !== '')
        .map((one) => [
          one.item,
          [one.target, one.target_unit_en, one.target_2, one.target_2_unit_en].filter(Boolean).join(' '),
        ]),
    );
    expect(numbers).toEqual({
      '1.1': '82 schools',
      '1.2': '33 municipal projects',
      '1.3': '9 schools',
      '2.1': '82 curators',
      '2.2': '12 management teams',
      '2.3': '25 trainees',
      '2.4': '25 schools',
      '2.5': '15 schools',
      '2.6': '25 heads of schools',
      '2.7': '15 schools',
      '2.8': '20 schools',
      '2.9': '10 webinars 251 management teams',
      '2.10': '10 seminars and webinars',
      '2.11': '10 methodical days 34 municipalities',
      '3.2': '251 schools',
      '3.4': '1 time a quarter in a municipality',
      '4.2': '5000 consultations',
      '4.3': '60 %',
    });
  });

  it('name no person, are in both languages, and say what their source lacks', () => {
    for (const id of readdirSync(folder)) {
      const source = JSON.parse(readFileSync(join(folder, id, 'source.json'), 'utf8'));
      expect(source.note.length, id).toBeGreaterThan(20);
      for (const text of [
        ...Object.values(source as Record<string, string>),
        ...read(id).flatMap((one) => Object.values(one)),
      ])
        expect(withoutNames(text), text).toBe(text);
      for (const one of read(id)) {
        expect(one.title_en, `${id} ${one.item}`).not.toBe('');
        expect(one.responsible_role === '', `${id} ${one.item}`).toBe(one.responsible_role_en === '');
        expect(one.title_en, `${id} ${one.item}`).not.toMatch(/[а-яё]/i);
      }
    }
    const note = (id: string) =>
      JSON.parse(readFileSync(join(folder, id, 'source.json'), 'utf8')).note as string;
    expect(note('karabash-2023')).toContain('обрывается');
    expect(note('krasnodar-2023')).toContain('в источнике нет');
  });
});

describe('staged', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await staged();
  });
  afterAll(() => engine.close());

  it('none of their items is rejected, and wordings without a rule are listed', async () => {
    const [counted] = await engine.query('SELECT count(*) AS n FROM staged_roadmaps');
    expect(counted).toEqual({ n: 36 + 12 + 8 + 28 + 13 });
    const texts = await engine.query<{ period_text: string }>(
      `SELECT DISTINCT period_text FROM staged_roadmaps WHERE period_basis = 'text-only' ORDER BY ALL`,
    );
    expect(texts.map(({ period_text }) => period_text)).toEqual([
      'По утвержденному графику',
      'по отдельному графику',
      'по плану работы',
      'по плану работы ИРО КК',
      'по плану работы МНЦ',
      'по плану работы МТКП',
      'после проведения оценочной процедуры',
    ]);
    const broken = await engine.query(
      `SELECT item FROM staged_roadmaps WHERE period_basis IN ('impossible', 'overlapping')`,
    );
    expect(broken).toEqual([]);
  });

  it('have the dates that a person reads from them', async () => {
    const rows = await engine.query<Record<string, string>>(
      `SELECT roadmap_id || ' ' || item || ' ' || coalesce(CAST(starts AS VARCHAR), '') || ' ' || CAST(ends AS VARCHAR) AS text
       FROM staged_roadmaps WHERE (roadmap_id, item) IN (('sochi-2024', 's1.3'), ('karabash-2023', '1.8'),
         ('karabash-2023', '1.6'), ('primorye-2021', '2.1'), ('sochi-2024', 'm1.8')) ORDER BY 1`,
    );
    expect(rows.map(({ text }) => text)).toEqual([
      'karabash-2023 1.6 2023-09-01 2024-08-31',
      'karabash-2023 1.8  2024-06-30',
      'primorye-2021 2.1 2021-03-01 2021-06-30',
      'sochi-2024 m1.8 2024-01-01 2024-04-30',
      'sochi-2024 s1.3  2024-03-31',
    ]);
  });
});

it('a set chooses which of the orders to publish, and an unknown one stops it', async () => {
  const engine = await staged({ roadmaps: ['karabash-2023'] });
  expect(await engine.query('SELECT DISTINCT roadmap_id FROM staged_roadmaps')).toEqual([
    { roadmap_id: 'karabash-2023' },
  ]);
  expect(await engine.query('SELECT roadmap_id, origin FROM staged_roadmap_sources')).toEqual([
    { roadmap_id: 'karabash-2023', origin: 'chosen' },
  ]);
  await engine.close();
  const fault = await faultOf(() => staged({ roadmaps: ['nowhere-2020'] }));
  expect(fault.code).toBe('unknown-roadmap');
});

it.each([
  ['Иванова А.Б., методист', 'методист'],
  ['Петров-Водкин В. Г.', null],
  ['В.Г. Сидоренко; руководители ОО', 'руководители ОО'],
  ['Иванов Иван Иванович, директор', 'директор'],
  ['Углова Я.М. (по согласованию)', null],
  ['Отдел образования (Кузнецов К. М.)', 'Отдел образования'],
  ['МКУ СЦРО, руководители ОО ШНОР', 'МКУ СЦРО, руководители ОО ШНОР'],
  ['Точка роста И.О. директора', 'Точка роста И.О. директора'],
])('names of people leave the text: %s', (text, left) => {
  expect(withoutNames(text)).toBe(left);
});
