import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/audit/finding.ts';
import { tighterTotals } from '../../src/cli/tighter.ts';
import { Fault } from '../../src/contract/fault.ts';
import { totalKey } from '../../src/protect/history.ts';
import { folderWith } from '../support.ts';

const key = { entity_id: 'r', year: 2025, procedure: 'vpr', subject: 'russian', grade: 5, session: 'spring' };
const narrowed = (level: string, column: string, more: Partial<Finding> = {}): Finding => ({
  kind: 'narrowed',
  cell: { table: 'results', key: { level, ...key }, column },
  release: 0,
  published: [10, 20],
  feasible: [12, 20],
  chain: [],
  ...more,
});
const refused = (findings: Finding[], code = 'audit-failed-beside') =>
  tighterTotals(new Fault(code, { file: join(folderWith({ 'report.json': { findings } }), 'report.json') }));

describe('a refused release is made once more with narrower totals', () => {
  it('where totals of its own are all that was found', () => {
    const zero = narrowed('school', 'mark_2', { kind: 'inferred-zero' });
    const cuts = refused([narrowed('region', 'mark_5'), narrowed('region', 'mark_4'), zero]);
    expect([...(cuts ?? [])].map(([total, columns]) => [total, [...columns]])).toEqual([
      [
        totalKey('region', 'r', key),
        [
          ['mark_5', [12, 20]],
          ['mark_4', [12, 20]],
        ],
      ],
    ]);
  });

  it.each<[string, Finding]>([
    ['a school is narrowed', narrowed('school', 'below_threshold')],
    ['a total is known exactly', narrowed('region', 'mark_5', { kind: 'exact', feasible: [12, 12] })],
    ['the total is of an earlier release', narrowed('region', 'mark_5', { release: 1 })],
    ['a range has no end', narrowed('municipality', 'mark_5', { kind: 'unsolved' })],
  ])('but not where %s', (_, finding) => {
    expect(refused([narrowed('region', 'mark_4'), finding])).toBeUndefined();
  });

  it('nor after any other fault', () => {
    expect(refused([narrowed('region', 'mark_4')], 'unfit-history')).toBeUndefined();
    expect(tighterTotals(new RangeError('x'))).toBeUndefined();
  });
});
