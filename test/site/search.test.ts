import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { schoolSearch } from '../../src/site/search-index.ts';
import { splitSearch } from '../../src/site/search-load.ts';
import { searchShards } from '../../src/site/search-shards.ts';

const find = schoolSearch([
  { id: '1', n: 'МБОУ «Средняя общеобразовательная школа № 5» г. Озёрск', m: 'городской округ Озёрск' },
  { id: '2', n: 'МБОУ «Средняя общеобразовательная школа № 15» г. Озёрск', m: 'городской округ Озёрск' },
  { id: '3', n: 'МКОУ СОШ с. Ёлкино', m: 'Каменский район' },
  { id: '4', n: 'Гимназия имени А. С. Пушкина', s: 'Гимназия', m: 'Зареченский округ' },
  {
    id: '5',
    n: 'Муниципальное казённое общеобразовательное учреждение «Основная школа пос. Лесной»',
    m: 'Каменский район',
  },
]);
const ids = (query: string) => find(query).entries.map(({ id }) => id);
const best = (query: string) => find(query).best?.id;

describe('the search finds a school', () => {
  it.each([
    ['by ё typed as е', 'елкино', '3'],
    ['by е typed as ё', 'озёрск 15', '2'],
    ['by an abbreviation of its full name', 'сош 15', '2'],
    ['by the full name of its abbreviation', 'средняя школа елкино', '3'],
    ['by the form of ownership', 'мкоу лесной', '5'],
    ['by number with a sign', '№5', '1'],
    ['by number without a space', 'школа №15', '2'],
    ['with a typo', 'гимнзия', '4'],
    ['by the beginning of a word', 'пушк', '4'],
    ['in capitals', 'ГИМНАЗИЯ ПУШКИНА', '4'],
  ])('%s', (_, query, id) => {
    expect(ids(query)[0]).toBe(id);
  });

  it('by exact number before longer ones, never by a typo in a number', () => {
    expect(ids('школа 5')).toEqual(['1']);
  });

  it('finds nothing for nothing', () => {
    expect(ids('')).toEqual([]);
    expect(ids('«»')).toEqual([]);
  });
});

describe('Enter opens a school without a choice', () => {
  it.each([
    ['when it is the only one found', 'лесной', '5'],
    ['when it alone has every word as typed', 'школа 5', '1'],
  ])('%s', (_, query, id) => {
    expect(best(query)).toBe(id);
  });

  it('never when several may be meant', () => {
    expect(best('озёрск')).toBeUndefined();
    expect(best('средняя школа')).toBeUndefined();
    expect(best('мкоу')).toBeUndefined();
  });
});

it('a school is found by its id, or by a part of it that is longer than a number of a school', () => {
  const entries = ['sch981003', 'sch981017'].map((id) => ({ id, n: 'Гимназия', m: 'Озёрск' }));
  const byId = schoolSearch(entries);
  expect(byId('SCH981003').best?.id).toBe('sch981003');
  expect(byId('981017').entries.map(({ id }) => id)).toEqual(['sch981017']);
  expect(byId('981').entries).toEqual([]);
  expect(byId('гимназия').entries).toHaveLength(2);
  expect(byId('гимназия').best).toBeNull();
});

describe('Latin letters stand for Russian ones', () => {
  it.each([
    ['written by sound', 'gimnaziya', '4'],
    ['a place', 'ozersk 15', '2'],
    ['«ё» and «щ»', 'yolkino', '3'],
    ['an abbreviation', 'sosh 15', '2'],
    ['the keyboard left in English', 'ubvyfpbz', '4'],
    ['half of a word on the wrong keyboard', 'jpthcr 15', '2'],
  ])('%s', (_, query, id) => {
    expect(ids(query)[0]).toBe(id);
  });
});

describe('an index of 40,000 schools', () => {
  const syllables = [
    'бор',
    'рец',
    'лав',
    'нис',
    'тур',
    'кам',
    'гор',
    'вел',
    'сар',
    'мин',
    'дол',
    'зар',
    'пет',
    'ков',
  ];
  const at = (index: number) => syllables[index % syllables.length] ?? '';
  const town = (index: number) =>
    `${at(index)}${at(Math.floor(index / 14))}${at(Math.floor(index / 196) + 3)}овск`.replace(/^./, (c) =>
      c.toUpperCase(),
    );
  const places = Array.from({ length: 1600 }, (_, place) =>
    Array.from({ length: 25 }, (__, number) => ({
      id: `sch${place * 25 + number}`,
      n: `МБОУ «Средняя общеобразовательная школа № ${number + 1}» г. ${town(place)}`,
      s: `СОШ № ${number + 1} г. ${town(place)}`,
      m: `городской округ ${town(place)}`,
    })),
  );
  const { index, files } = searchShards(places);
  const fetched: string[] = [];
  const read = async <T>(name: string): Promise<T> => {
    fetched.push(name);
    return (name === 'index' ? index : files[Number(name)]) as T;
  };
  const size = (value: unknown) => gzipSync(JSON.stringify(value)).length;

  it('finds a school by place and number, with a typo, in five files at most', async () => {
    const search = await splitSearch(read);
    fetched.length = 0;
    const name = town(777);
    const wrong = `${name.slice(0, 3)}${name.slice(4)}`;
    const found = await search(`школа 7 ${wrong}`);
    expect(found?.entries.map(({ id }) => id)).toContain(`sch${777 * 25 + 6}`);
    expect(fetched.length).toBeLessThanOrEqual(4);
  });

  it('says that a number alone is not enough', async () => {
    expect(await (await splitSearch(read))('школа 7')).toBeNull();
  });

  it('costs a visitor under 40 KB for the index and under 12 KB for a file', () => {
    expect(files.flat()).toHaveLength(40_000);
    expect(size(index)).toBeLessThan(40_000);
    expect(Math.max(...files.map(size))).toBeLessThan(12_000);
  });
});

it('a region of ordinary size is one file, and the words need no list', () => {
  const { index, files } = searchShards([
    [{ id: '1', n: 'Гимназия', m: 'Озёрск' }],
    [{ id: '2', n: 'Лицей', m: 'Лесной' }],
  ]);
  expect(index).toEqual({ files: 1, words: [] });
  expect(files).toHaveLength(1);
});
