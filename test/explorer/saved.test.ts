import { expect, test } from 'vitest';
import { SavedViews } from '../../src/explorer/saved.ts';

function memory(text?: string) {
  const kept = new Map<string, string>(text === undefined ? [] : [['dinamika:views', text]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('views are kept under their names, the newest first', () => {
  const storage = memory();
  const views = new SavedViews(() => storage);
  views.add({ name: 'a', search: '?x=1' });
  views.add({ name: 'b', search: '?x=2' });
  views.add({ name: 'a', search: '?x=3' });
  expect(new SavedViews(() => storage).list()).toEqual([
    { name: 'a', search: '?x=3' },
    { name: 'b', search: '?x=2' },
  ]);
  views.remove('a');
  expect(views.list().map(({ name }) => name)).toEqual(['b']);
});

test('forbidden, full or spoilt storage is no storage', () => {
  const forbidden = new SavedViews(() => {
    throw new Error('SecurityError');
  });
  expect([forbidden.list(), forbidden.add({ name: 'a', search: '' })]).toEqual([[], false]);
  const full = new SavedViews(() => ({
    getItem: () => null,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  }));
  expect(full.add({ name: 'a', search: '' })).toBe(false);
  for (const text of [
    '{',
    'null',
    '{"a":1}',
    '[1,{"name":1,"search":"?"},{"name":"x","search":"javascript:#"}]',
  ])
    expect(new SavedViews(() => memory(text)).list()).toEqual([]);
});
