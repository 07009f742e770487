import { describe, expect, it } from 'vitest';
import { schoolSearch } from '../../src/site/search-index.ts';

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
