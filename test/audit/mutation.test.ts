import { describe, expect, it } from 'vitest';
import { newModel, relatePlaces } from '../../src/audit/model.ts';
import { rangesOf } from '../../src/audit/ranges.ts';
import type { CountRow, Counts } from '../../src/audit/rows.ts';
import { dice } from '../../src/audit/witness.ts';
import { listed, type Problem } from './tables.ts';

/**
 * A region of one series, made safe without any program of ours: every hidden school is [1, 9], every total is as
 * wide as all that it covers. `truth` is what a careless publisher might let slip.
 */
function safeRegion(roll: (below: number) => number) {
  const municipalities = 1 + roll(3);
  const places = new Map<string, string>();
  const rows: CountRow[] = [];
  const truth = new Map<CountRow, number>();
  const add = (level: string, entity: string, low: number, high: number, value: number) => {
    const row: CountRow = {
      release: 0,
      table: 'results',
      level,
      entity,
      municipality: '',
      series: 'a',
      comparability: '',
      key: { level, entity_id: entity, procedure: 'vpr', year: 2025 },
      protection: low === high ? 'none' : 'widened',
      low: [low],
      high: [high],
      means: {},
    };
    truth.set(row, value);
    rows.push(row);
    return row;
  };
  const region = { low: 0, high: 0, value: 0 };
  for (let m = 0; m < municipalities; m++) {
    places.set(`municipality m${m}`, 'r');
    const total = { low: 0, high: 0, value: 0 };
    const schools = 2 + roll(3);
    for (let s = 0; s < schools; s++) {
      places.set(`school m${m}s${s}`, `m${m}`);
      const isHidden = roll(2) === 0;
      const value = isHidden ? 1 + roll(9) : 10 + roll(20);
      const row = add('school', `m${m}s${s}`, isHidden ? 1 : value, isHidden ? 9 : value, value);
      total.low += row.low[0] as number;
      total.high += row.high[0] as number;
      total.value += value;
    }
    add('municipality', `m${m}`, total.low, total.high, total.value);
    region.low += total.low;
    region.high += total.high;
    region.value += total.value;
  }
  add('region', 'r', region.low, region.high, region.value);
  return { rows, places, truth };
}

const counts = (rows: CountRow[]): Counts => ({ columns: ['participants'], means: [], rows });

async function attack(rows: CountRow[], places: Map<string, string>) {
  const model = newModel();
  model.take(counts(rows));
  relatePlaces(counts(rows), places, model);
  return rangesOf(model.system);
}

/** Whether some hidden number has fewer values than published, by listing every table. */
function isRedundant(rows: CountRow[], places: Map<string, string>): boolean {
  const schools = rows.filter(({ level, low, high }) => level === 'school' && low[0] !== high[0]);
  const problem: Problem = {
    ends: schools.map(({ low, high }) => [low[0] as number, high[0] as number]),
    rows: [],
  };
  const inside = (row: CountRow, above: CountRow) => {
    const own = places.get(`school ${row.entity}`);
    return above.level === 'region' || own === above.entity;
  };
  for (const above of rows.filter(({ level }) => level !== 'school')) {
    const known = rows.filter(
      (row) => row.level === 'school' && row.low[0] === row.high[0] && inside(row, above),
    );
    const sum = known.reduce((total, row) => total + (row.low[0] as number), 0);
    const members = schools.flatMap((row, id) => (inside(row, above) ? [id] : []));
    if (members.length === 0) continue;
    const [low, high] = [above.low[0] as number, above.high[0] as number];
    problem.rows.push({ members, by: members.map(() => 1), low: low - sum, high: high - sum });
  }
  if (problem.ends.length === 0) return true;
  const ranges = listed(problem);
  return (
    ranges?.every((range, id) => {
      const end = problem.ends[id] as [number, number];
      return range[0] === end[0] && range[1] === end[1];
    }) ?? false
  );
}

describe('mutation: one protected total is told exactly', () => {
  it('is caught in every one of 1,000 regions, unless listing all tables proves that it tells nothing', async () => {
    const roll = dice(2025);
    const tally = { caught: 0, redundant: 0, missed: 0, mutations: 0 };
    while (tally.mutations < 1000) {
      const { rows, places, truth } = safeRegion(roll);
      const hidden = rows.filter(({ level, low, high }) => level === 'school' && low[0] !== high[0]);
      const wide = rows.filter(({ level, low, high }) => level !== 'school' && low[0] !== high[0]);
      // Listing more than four hidden schools would take too long.
      if (wide.length === 0 || hidden.length > 4) continue;
      expect((await attack(rows, places)).narrowed.size).toBe(0);
      const target = wide[roll(wide.length)] as CountRow;
      const value = truth.get(target) as number;
      const mutated = rows.map((row) =>
        row === target ? { ...row, protection: 'none', low: [value], high: [value] } : row,
      );
      const schoolRows = new Set(mutated.filter(({ level }) => level === 'school'));
      const model = newModel();
      model.take(counts(mutated));
      relatePlaces(counts(mutated), places, model);
      const { narrowed, impossible } = await rangesOf(model.system);
      expect(impossible).toEqual([]);
      const isCaught = [...narrowed.keys()].some((id) => {
        const row = model.system.hidden[id]?.cell.row;
        return row !== undefined && schoolRows.has(row);
      });
      tally.mutations++;
      if (isCaught) tally.caught++;
      else if (isRedundant(mutated, places)) tally.redundant++;
      else tally.missed++;
      // What is caught must be a leak in truth.
      if (isCaught) expect(isRedundant(mutated, places)).toBe(false);
    }
    expect(tally.missed).toBe(0);
    expect(tally.caught).toBeGreaterThan(500);
  });
});
