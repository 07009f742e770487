import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { match, type Named } from '../../../src/ingest/boundaries/match.ts';
import { publishedBoundaries } from '../../../src/ingest/boundaries/shapes.ts';

const folder = '../shared/real/boundaries';
const isThere = existsSync(`${folder}/Dagestan_Republic.geojson`);
if (!isThere) console.warn(`skipped: real boundaries, ${folder} is not on this machine`);

/** Official names of the municipalities of Dagestan, as in the register: districts, 10 towns, one area. */
const districts =
  `Агульский Акушинский Ахвахский Ахтынский Бабаюртовский Ботлихский Буйнакский Гергебильский Гумбетовский
  Гунибский Дахадаевский Дербентский Докузпаринский Казбековский Кайтагский Карабудахкентский Каякентский Кизилюртовский
  Кизлярский Кулинский Кумторкалинский Курахский Лакский Левашинский Магарамкентский Новолакский Ногайский Рутульский
  Сергокалинский Сулейман-Стальский Табасаранский Тарумовский Тляратинский Унцукульский Хасавюртовский Хивский Хунзахский
  Цумадинский Цунтинский Чародинский Шамильский`.split(/\s+/);
const towns = [
  'Буйнакск',
  'Дагестанские Огни',
  'Дербент',
  'Избербаш',
  'Каспийск',
  'Кизилюрт',
  'Кизляр',
  'Махачкала',
  'Хасавюрт',
  'Южно-Сухокумск',
];
const official: Named[] = [
  ...districts.map((name) => ({ municipality_id: name, name: `Муниципальный район «${name} район»` })),
  ...towns.map((name) => ({ municipality_id: name, name: `Городской округ «город ${name}»` })),
  { municipality_id: 'Бежтинский', name: 'Бежтинский участок' },
];

describe.skipIf(!isThere)('the boundaries of Dagestan', () => {
  const read = () =>
    JSON.parse(readFileSync(`${folder}/Dagestan_Republic.geojson`, 'utf8')) as FeatureCollection;

  it('find every municipality but the one the file lacks, none of them by its official name', () => {
    const { report } = match(read(), official, {});
    expect(report).toMatchObject({
      by_id: 0,
      by_name: 0,
      by_plain_name: 51,
      by_hand: 0,
      shapes_left: [],
      municipalities_left: ['Бежтинский участок'],
    });
  });

  it('shrink from 1.6 MB to at most 150 KB gzip and keep every municipality', () => {
    const { shapes } = match(read(), official, {});
    const made = publishedBoundaries(shapes);
    expect(made.features).toHaveLength(51);
    expect(gzipSync(JSON.stringify(made)).length).toBeLessThanOrEqual(150 * 1024);
    for (const { geometry, properties } of made.features) {
      expect(geometry.coordinates.length, properties.name).toBeGreaterThan(0);
    }
  });
});
