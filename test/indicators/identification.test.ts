import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import type { Methodology } from '../../src/contract/methodology.ts';
import type {
  ClusterRow,
  IdentificationRow,
  IdentificationUnitRow,
  MethodologyChangeRow,
  RobustnessRow,
} from '../../src/contract/status.ts';
import { computeAll } from '../../src/indicators/compute.ts';
import { openNative } from '../../src/query/native.ts';
import { type Rng, rng } from '../../src/stats/rng.ts';
import { bruteForce, type Cell, size } from './brute-force.ts';
import { fill, readMethodology, result } from './tables.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNative();
});
afterAll(() => engine.close());

const defaults = readMethodology('default');
const withRule = (rule: Partial<Methodology['identification']>, version = 'test'): Methodology => ({
  ...defaults,
  version,
  identification: { ...defaults.identification, ...rule },
});

type Rows = Parameters<typeof fill>[2];

/** Computes everything over results and, where given, the registers. */
async function compute(
  results: Rows,
  methodology: Methodology,
  registers: Partial<Record<'deficits' | 'social_index' | 'programmes' | 'observations', Rows>> = {},
  compared: Methodology[] = [],
  pooled: Rows = [],
): Promise<void> {
  const schools = [...new Set(results.map((row) => String(row.entity_id)))];
  await fill(engine, 'results', results);
  await fill(engine, 'pooled_results', pooled);
  await fill(engine, 'municipalities', [{ municipality_id: 'm', name: 'M', region_id: 'r' }]);
  await fill(
    engine,
    'schools',
    schools.map((id) => ({ school_id: id, name: id, municipality_id: 'm' })),
  );
  for (const table of ['deficits', 'social_index', 'programmes', 'observations'] as const)
    await fill(engine, table, registers[table] ?? []);
  await fill(engine, 'bias_list', []);
  await fill(engine, 'boundary_spikes', []);
  await computeAll(engine, methodology, compared);
}

const identification = () =>
  engine.query<IdentificationRow>('SELECT * FROM identification ORDER BY methodology, school_id, year');

describe('against trying every table that the ranges allow', () => {
  const pick = <T>(random: Rng, items: readonly T[]): T =>
    items[Math.floor(random() * items.length)] ?? (items[0] as T);

  function range(random: Rng, low: number, high: number): [number, number] {
    const a = low + Math.floor(random() * (high - low + 1));
    return random() < 0.6 ? [a, a] : [a, Math.min(high, a + 1 + Math.floor(random() * 3))];
  }

  function cellsOf(random: Rng): Cell[] {
    const cells: Cell[] = [];
    for (const year of [2023, 2024, 2025])
      for (const procedure of ['vpr', 'oge'])
        for (const subject of ['russian', 'mathematics'])
          for (const grade of procedure === 'vpr' ? [5, 6] : [9]) {
            if (random() < 0.55) continue;
            const n = range(random, 1, 8);
            const x = range(random, 0, n[1]);
            const comparability = procedure === 'vpr' && year === 2024 && random() < 0.2 ? 'other' : 'same';
            const cell = { year, procedure, subject, grade, comparability, n, x };
            if (x[0] <= n[1] && size([...cells, cell]) <= 3000) cells.push(cell);
          }
    return cells;
  }

  const rules = (random: Rng): Partial<Methodology['identification']> => ({
    rule_set: random() < 0.8 ? 'units' : 'pooled',
    threshold: pick(random, [0.25, 0.3, 0.35, 0.5]),
    procedure_unit: pick(random, ['procedure', 'procedure_subject', 'procedure_subject_grade']),
    min_units_same_year: pick(random, [1, 2, 2, 3]),
    consecutive_years: pick(random, [1, 2, 2, 3]),
    min_participants: pick(random, [2, 3, 5]),
  });

  it('gives the same answer for 1000 random schools and 25 rules', async () => {
    const random = rng(20251122);
    const seen = new Map<string, number>();
    for (let round = 0; round < 25; round += 1) {
      const schools = Array.from({ length: 40 }, (_, i) => ({ id: `s${i}`, cells: cellsOf(random) }));
      const methodology = withRule(rules(random));
      const rows = schools.flatMap(({ id, cells }) =>
        cells.map(({ n, x, ...cell }) =>
          result(id, cell.year, n, x, { ...cell, session: cell.procedure === 'oge' ? 'main' : 'spring' }),
        ),
      );
      await compute(rows, methodology);
      const found = new Map(
        (await identification()).map((row) => [`${row.school_id} ${row.year}`, row.state]),
      );
      for (const { id, cells } of schools)
        for (const [year, { state }] of bruteForce(cells, methodology.identification)) {
          expect([round, id, year, found.get(`${id} ${year}`)]).toEqual([round, id, year, state]);
          seen.set(state, (seen.get(state) ?? 0) + 1);
        }
    }
    for (const state of ['identified', 'not-identified', 'undetermined', 'insufficient-data'])
      expect(seen.get(state) ?? 0).toBeGreaterThan(100);
  }, 300_000);
});

describe('the 30 % rule', () => {
  const two = { subject: 'russian' };
  it('two low units of one year identify a school, and both are its evidence', async () => {
    await compute([result('a', 2025, 20, 6), result('a', 2025, 20, 6, two)], defaults);
    expect(await identification()).toMatchObject([
      { school_id: 'a', state: 'identified', reasons: 'two-procedures', low_units_low: 2, low_units_high: 2 },
    ]);
    const units = await engine.query<IdentificationUnitRow>('SELECT * FROM identification_units');
    expect(units.map(({ state, share_low }) => [state, share_low])).toEqual([
      ['met', 0.3],
      ['met', 0.3],
    ]);
  });

  it('one unit low in two years running identifies; a year between without a comparable session breaks the run', async () => {
    await compute(
      [
        result('run', 2024, 20, 8),
        result('run', 2025, 20, 8),
        result('gap', 2023, 20, 8, two),
        result('gap', 2025, 20, 8, two),
        result('other', 2024, 20, 8, { grade: 6, session: 'autumn', comparability: 'autumn-2024' }),
        result('other', 2025, 20, 8, { grade: 6 }),
      ],
      defaults,
    );
    const rows = (await identification()).filter(({ year }) => year === 2025);
    expect(rows.map(({ school_id, state, reasons, breaks }) => [school_id, state, reasons, breaks])).toEqual([
      ['gap', 'not-identified', '', 'vpr:not-held'],
      ['other', 'not-identified', '', 'vpr:break-in-series'],
      ['run', 'identified', 'two-years', ''],
    ]);
  });

  it('a school with nine participants is insufficient-data, not "not identified"', async () => {
    await compute([result('a', 2025, [1, 9], [0, 9])], defaults);
    expect(await identification()).toMatchObject([{ state: 'insufficient-data' }]);
  });

  it('a withheld count leaves both answers open, and says which rule may hold', async () => {
    await compute([result('a', 2025, 20, 8), result('a', 2025, 20, null, two)], defaults);
    expect(await identification()).toMatchObject([
      { state: 'undetermined', reasons: '', possible_reasons: 'two-procedures' },
    ]);
  });

  it('of 27 settings counts those that identify for sure and those that may', async () => {
    await compute(
      [
        result('all', 2025, 40, 20),
        result('all', 2025, 40, 20, two),
        result('some', 2025, 40, 11),
        result('some', 2025, 40, 11, two),
      ],
      defaults,
    );
    const rows = await engine.query<RobustnessRow>('SELECT * FROM robustness ORDER BY school_id');
    // One procedure is one unit of the coarsest kind: 18 settings; 11 of 40 is low at 0.25 only: 6 of them.
    expect(rows.map((row) => [row.school_id, row.identified_low, row.identified_high, row.settings])).toEqual(
      [
        ['all', 18, 18, 27],
        ['some', 6, 6, 27],
      ],
    );
  });

  it('decides a small school by its pooled rows, and only where they hold the same rows', async () => {
    const works = [4, 5, 6, 7].map((grade) => result('s', 2025, [1, 9], [0, 9], { grade }));
    const rule = withRule({
      rule_set: 'pooled',
      procedure_unit: 'procedure',
      min_units_same_year: 1,
      consecutive_years: 1,
    });
    const pool = {
      level: 'school',
      entity_id: 's',
      municipality_id: 'm',
      procedure: 'vpr',
      subject: 'mathematics',
      grade: 0,
      comparability: 'spring',
      year_from: 2025,
      year_to: 2025,
      cells: 4,
      hidden_cells: 4,
      participants_low: 20,
      participants_high: 30,
      below_threshold_low: 0,
      below_threshold_high: 5,
    };
    const stateWith = async (pooled: Rows) => {
      await compute(works, rule, {}, [], pooled);
      return (await identification())[0]?.state;
    };
    expect(await stateWith([])).toBe('undetermined');
    expect(await stateWith([pool])).toBe('not-identified');
    expect(await stateWith([{ ...pool, below_threshold_high: 6 }])).toBe('undetermined');
    expect(await stateWith([{ ...pool, below_threshold_low: 9, below_threshold_high: 18 }])).toBe(
      'identified',
    );
    expect(await stateWith([{ ...pool, subject: '' }])).toBe('not-identified');
    expect(await stateWith([{ ...pool, cells: 3 }])).toBe('undetermined');
  });

  it('publishes two methodologies side by side, with who enters and who leaves', async () => {
    const pooled = readMethodology('pooled');
    await compute(
      [
        result('one', 2025, 100, 40),
        result('two', 2025, 20, 8),
        result('two', 2025, 20, 8, two),
        result('two', 2025, 400, 0, { subject: 'history' }),
      ],
      defaults,
      {},
      [pooled],
    );
    const changes = await engine.query<MethodologyChangeRow>(
      'SELECT * FROM methodology_changes ORDER BY school_id',
    );
    expect(changes).toMatchObject([
      { school_id: 'one', methodology_to: pooled.version, change: 'enters' },
      { school_id: 'two', methodology_from: defaults.version, change: 'leaves' },
    ]);
    expect((await identification()).map(({ methodology }) => methodology)).toEqual(
      [defaults, defaults, pooled, pooled].map(({ version }) => version),
    );
  });
});

describe('clusters', () => {
  const deficit = (school: string, eliminated = false) => ({
    school_id: school,
    year: 2025,
    kind: 'staff',
    identified: true,
    eliminated,
  });
  it('follow the precedence of the order and keep every reason', async () => {
    const low = (id: string) => [result(id, 2025, 20, 8), result(id, 2025, 20, 8, { subject: 'russian' })];
    await compute(
      [
        ...low('programme'),
        ...low('low'),
        result('groups', 2025, 20, 3),
        result('risk', 2025, 20, 0),
        result('fine', 2025, 20, 0),
        result('few', 2025, [1, 9], [0, 9]),
        result('open', 2025, 20, [1, 3]),
      ],
      defaults,
      {
        programmes: [{ school_id: 'programme', programme: '500+', year: 2025, role: 'participant' }],
        deficits: [deficit('low'), deficit('risk'), deficit('fine', true)],
      },
    );
    const rows = await engine.query<ClusterRow>('SELECT * FROM clusters ORDER BY school_id');
    expect(rows.map(({ school_id, cluster, reasons }) => [school_id, cluster, reasons])).toEqual([
      ['few', 'insufficient-data', ''],
      ['fine', 'none', ''],
      ['groups', '1', 'failing-group'],
      ['low', '2', 'two-procedures failing-group deficit'],
      ['open', 'undetermined', ''],
      ['programme', '500+', 'programme two-procedures failing-group'],
      ['risk', '3', 'deficit'],
    ]);
  });

  it('a mentor of the programme is not in its cluster; low well-being and missing prevention are risks', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    await compute(
      ids.map((id) => result(id, 2025, 20, 0)),
      defaults,
      {
        programmes: [{ school_id: 'd', programme: '500+', year: 2025, role: 'mentor' }],
        social_index: ids.map((id, i) => ({ school_id: id, year: 2025, value: 10 * (i + 1) })),
        observations: [
          {
            entity_level: 'school',
            entity_id: 'c',
            year: 2025,
            indicator_id: 'no-risk-prevention',
            dimension: '',
            protection: 'none',
            numerator_low: 1,
            numerator_high: 1,
            denominator_low: 1,
            denominator_high: 1,
          },
        ],
      },
    );
    const rows = await engine.query<ClusterRow>('SELECT * FROM clusters ORDER BY school_id');
    expect(rows.map(({ cluster, reasons }) => [cluster, reasons])).toEqual([
      ['3', 'low-wellbeing'],
      ['none', ''],
      ['3', 'no-prevention'],
      ['none', ''],
    ]);
  });
});
