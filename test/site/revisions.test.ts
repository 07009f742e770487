import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { movesBetween, renamesBetween } from '../../src/site/moves.ts';
import { Comparison } from '../../src/site/release-history.ts';
import { releasesIn } from '../../src/site/releases.ts';
import * as set from '../support.ts';

const { lines, other, row, sourceSet } = set;

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

const publishBoth = async (before: Record<string, string>, after: Record<string, string>) => {
  const first = await set.run(sourceSet(before));
  const second = await set.run(sourceSet(after), { out: first.out });
  return { first, second, comparison: new Comparison(first.out, first.release, second.release) };
};

describe('what a second release changed', () => {
  it('a corrected count is a correction of that school, its municipality and the region, and of nobody else', async () => {
    const { comparison } = await publishBoth(
      { 'a.csv': lines(row, other) },
      { 'a.csv': lines(row.replace('40;6;14', '40;7;13'), other) },
    );
    const results = [...comparison.all()].filter(({ kind }) => kind === 'results');
    expect(results.map(({ level, entity_id, reason, change }) => [level, entity_id, reason, change])).toEqual(
      [
        ['region', 'r', 'correction', 'changed'],
        ['municipality', 'm1', 'correction', 'changed'],
        ['school', 'sch001', 'correction', 'changed'],
      ],
    );
    expect(results[2]?.before).toContain('below_threshold_low=6');
    expect(results[2]?.after).toContain('below_threshold_low=7');
    expect(comparison.of('school', 'sch002').filter(({ kind }) => kind === 'results')).toEqual([]);
  });

  it('results of a year that nobody had before are a new year, not a correction', async () => {
    const { comparison } = await publishBoth(
      { 'a.csv': lines(row) },
      { 'a.csv': lines(row), 'b.csv': lines(row.replace('2023', '2024')) },
    );
    const school = comparison.of('school', 'sch001');
    expect(school.length).toBeGreaterThan(0);
    expect(new Set(school.map(({ reason }) => reason))).toEqual(new Set(['new-year']));
  });

  it('the same files under other words in the set change nothing', async () => {
    const first = await set.run(sourceSet({ 'a.csv': lines(row, other) }));
    const renamed = { ...set.dataset, title: { ru: 'Иначе', en: 'Otherwise' } };
    const second = await set.run(sourceSet({ 'a.csv': lines(row, other) }, { 'dataset.json': renamed }), {
      out: first.out,
    });
    expect(second.release).not.toBe(first.release);
    expect([...new Comparison(first.out, first.release, second.release).all()]).toEqual([]);
  });

  it('a school that the later release lacks is removed, one that it adds is added', async () => {
    const { comparison } = await publishBoth({ 'a.csv': lines(row, other) }, { 'a.csv': lines(row) });
    expect(comparison.of('school', 'sch002').map(({ kind, change }) => [kind, change])).toEqual([
      ['entity', 'removed'],
    ]);
  });

  it('another rule over the same files is a change of method', async () => {
    const { first, second, comparison } = await publishBoth(
      { 'a.csv': lines(row, other) },
      { 'a.csv': lines(row.replace('40;6;14', '40;7;13'), other) },
    );
    const pair = {
      ...comparison.pair,
      next: {
        ...second.manifest,
        sources: first.manifest.sources,
        methodology: { version: 'x', sha256: 'other' },
      },
    };
    const { revisions } = await import('../../src/site/revisions.ts');
    const [old, next] = [comparison.old.school('sch001'), comparison.next.school('sch001')];
    const found = revisions({ level: 'school', entity_id: 'sch001' }, old, next, pair);
    expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(['method']));
  });

  it('the releases of a folder come the latest first, and the first one stays readable', async () => {
    const { first, second } = await publishBoth({ 'a.csv': lines(row) }, { 'a.csv': lines(row, other) });
    expect(releasesIn(first.out).map(({ release }) => release)).toEqual([second.release, first.release]);
    const { release } = JSON.parse(readFileSync(join(first.folder, 'schools/sch001.json'), 'utf8'));
    expect(release).toBe(first.release);
  });
});

describe('a school in another municipality', () => {
  const elsewhere = other.replace('m1;Первый район', 'm2;Второй район');

  it('is told with the municipality that the older release has', async () => {
    const { comparison } = await publishBoth(
      { 'a.csv': lines(row, other, elsewhere.replace('sch002', 'sch003')) },
      { 'a.csv': lines(row, elsewhere, elsewhere.replace('sch002', 'sch003')) },
    );
    const moves = movesBetween(comparison.old, comparison.next);
    expect([...moves.keys()]).toEqual(['sch002']);
    expect(moves.get('sch002')).toMatchObject({
      release: comparison.old.manifest.release,
      from: { municipality_id: 'm1', name: 'Первый район' },
    });
  });

  it('is not a move where only the name of the municipality is new, or the school', async () => {
    const { comparison } = await publishBoth(
      { 'a.csv': lines(row) },
      { 'a.csv': lines(row, other).replaceAll('Первый район', 'Первый округ') },
    );
    expect(movesBetween(comparison.old, comparison.next).size).toBe(0);
  });

  it('of another name is called by both: spaces and the case of letters make no other', async () => {
    const called = (name: string) => ({ 'a.csv': lines(row.replace('СОШ № 1', name), other) });
    const { comparison } = await publishBoth(called('СОШ № 1'), called('Гимназия <b>№ 1</b>'));
    expect([...renamesBetween(comparison.old, comparison.next)]).toEqual([
      ['sch001', { release: comparison.old.manifest.release, name: 'СОШ № 1' }],
    ]);
    const same = await publishBoth(called('СОШ № 1'), called('сош  № 1'));
    expect(renamesBetween(same.comparison.old, same.comparison.next).size).toBe(0);
  });
});
