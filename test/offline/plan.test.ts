import { describe, expect, it } from 'vitest';
import { editionCache, inOrder, outdated, savedCache, savedNames } from '../../src/offline/copies.ts';
import { type Plan, planOf } from '../../src/offline/plan.ts';

const scope = 'https://school.example/region/';
const ask = (path: string, mode = 'cors', more: { method?: string; range?: boolean } = {}) =>
  planOf(
    {
      url: path.startsWith('http') ? path : `${scope}${path}`,
      mode,
      method: more.method ?? 'GET',
      headers: { has: (name) => name === 'range' && more.range === true },
    },
    scope,
  );

describe('how an address is answered', () => {
  it.each<[string, Plan, string?]>([
    ['', 'page', 'navigate'],
    ['schools/sch1/?x=1', 'page', 'navigate'],
    ['_astro/Page.abc.css', 'frozen'],
    ['data/2025-09-01-99abbef2/results.parquet', 'frozen'],
    ['search/0123456789abcdef/index.json', 'frozen'],
    ['explore/works/0123456789abcdef/vpr-mathematics.json', 'frozen'],
    ['explore/tables/0123456789abcdef/results.parquet', 'frozen'],
    ['search/index.json', 'checked'],
    ['data/releases.json', 'checked'],
    ['data/latest.json', 'pass'],
    ['edition.json?1', 'pass'],
    ['sw.js', 'pass'],
    ['https://school.example/other/', 'pass', 'navigate'],
    ['https://elsewhere.example/region/_astro/a.js', 'pass'],
  ])('%s: %s', (path, plan, mode) => expect(ask(path, mode)).toBe(plan));

  it('what is sent, and parts of files, are left to the browser', () => {
    expect(ask('', 'navigate', { method: 'POST' })).toBe('pass');
    expect(ask('_astro/a.wasm', 'cors', { range: true })).toBe('pass');
  });
});

describe('the copies of a site', () => {
  const own = (edition: string) => editionCache(scope, edition);
  const foreign = editionCache('https://school.example/', 'a');
  const saved = savedCache(scope, 'ru', 'm1');
  const names = [own('a'), foreign, own('b'), saved, `${savedCache(scope, 'ru', 'm2')} new`, own('c')];

  it('are looked for in this edition, then in what was saved, then from the newest', () =>
    expect(inOrder(names, scope, 'b')).toEqual([own('b'), saved, names[4], own('c'), own('a')]));

  it('of this edition and the one before it stay; those of other sites are never touched', () => {
    expect(outdated(names, scope, 'c')).toEqual([own('a')]);
    expect(outdated(names, scope, 'd')).toEqual([own('b'), own('a')]);
  });

  it('that were not saved to the end are no saved place', () =>
    expect(savedNames(names, scope)).toEqual([saved]));
});
