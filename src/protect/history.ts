import { resultCounts } from '../contract/canonical.ts';
import type { Engine, Row } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import { parts, series } from './hidden-sql.ts';
import { narrowTotal, type Ranges } from './narrow.ts';
import { numberIn, tableOf } from './rows.ts';

/**
 * What the release before told and hid, from the operator's private folder: its school rows with the truth, and its
 * totals. Never published.
 */
export interface Earlier {
  /** Parquet files written by `rememberRelease`. */
  rows: string;
  totals: string;
}

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`;
const key = `entity_id, ${series}`;
const hiddenToo = [
  ...parts.flatMap((name) => [`${name}_low`, `${name}_high`]),
  'score_mean',
  'score_sd',
  'completion_mean',
  'journal_rho',
];

/** Keeps what this release told and hid, for the next one. */
export async function rememberRelease(engine: Engine, { rows, totals }: Earlier): Promise<void> {
  const write = (table: string, path: string, order: string) =>
    engine.run(
      `COPY (FROM ${table} ORDER BY ${order}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  await write('school_results', rows, key);
  await write('protected_totals', totals, `level, ${key}`);
}

/**
 * An end of a range moved by whole steps, each as long as the range was, until the number is inside: where it lies in
 * the last step is not told.
 */
const reached = (name: string, truth: string): [low: string, high: string] => {
  const step = `(o.${name}_high - o.${name}_low + 1)`;
  return [
    `least(n.${name}_low, greatest(0, o.${name}_low - ${step} * CAST(ceil(greatest(0, o.${name}_low - ${truth}) / ${step}) AS INTEGER)))`,
    `greatest(n.${name}_high, o.${name}_high + ${step} * CAST(ceil(greatest(0, ${truth} - o.${name}_high) / ${step}) AS INTEGER))`,
  ];
};

const opened = (name: string): string =>
  `((o.${name}_low IS NULL OR o.${name}_low < o.${name}_high) AND n.true_${name} IS NOT NULL AND n.${name}_low = n.${name}_high)`;

/**
 * Makes rows of `school_results` that an earlier release hid stay hidden: the number of participants and of those below
 * the threshold keep a range that holds the old one; everything else of the row stays out.
 */
export async function keepHidden(engine: Engine, earlier: Earlier): Promise<void> {
  const n = reached('participants', 'n.participants');
  const x = reached('below_threshold', 'n.true_below_threshold');
  const narrower = (name: string) =>
    `(o.${name}_low < o.${name}_high AND (n.${name}_low > o.${name}_low OR n.${name}_high < o.${name}_high))`;
  const inside = parts.filter((name) => name !== 'below_threshold').map(opened);
  await engine.run(`CREATE OR REPLACE TEMP TABLE held AS
    SELECT ${key
      .split(', ')
      .map((name) => `n.${name}`)
      .join(', ')},
      CASE WHEN o.participants_low < o.participants_high THEN ${n[0]} ELSE n.participants_low END AS n_low,
      CASE WHEN o.participants_low < o.participants_high THEN ${n[1]} ELSE n.participants_high END AS n_high,
      CASE WHEN o.below_threshold_low < o.below_threshold_high THEN ${x[0]} ELSE n.below_threshold_low END AS x_low,
      CASE WHEN o.below_threshold_low < o.below_threshold_high THEN ${x[1]} ELSE n.below_threshold_high END AS x_high
    FROM school_results n JOIN read_parquet(${quoted(earlier.rows)}) o USING (${key})
    WHERE n.true_below_threshold IS NOT NULL
      AND (${[narrower('participants'), narrower('below_threshold'), ...inside].join(' OR ')})`);
  await engine.run(`UPDATE school_results AS r SET protection = 'remembered',
      participants_low = h.n_low, participants_high = h.n_high,
      below_threshold_low = least(h.x_low, h.n_high), below_threshold_high = least(h.x_high, h.n_high),
      ${hiddenToo
        .filter((name) => !name.startsWith('below_threshold'))
        .map((name) => `${name} = NULL`)
        .join(', ')}
    FROM held h WHERE ${key
      .split(', ')
      .map((name) => `r.${name} = h.${name}`)
      .join(' AND ')}`);
  await engine.run('DROP TABLE held');
}

const areas = [
  ['municipality', 'municipality_id'],
  ['region', 'region_id'],
] as const;

/**
 * Sums of published ranges by area: of all rows (`all_`), and of rows that came, went or changed since the earlier
 * release, by what is told of them or by what they hide.
 */
function sums(rows: string, prefix: string): string {
  const each = resultCounts.flatMap((name) => [
    `CAST(sum(coalesce(${name}_low, 0)) AS INTEGER) AS ${prefix}_${name}_low`,
    `CAST(sum(coalesce(${name}_high, participants_high)) AS INTEGER) AS ${prefix}_${name}_high`,
  ]);
  return areas
    .map(
      ([level, id]) =>
        `SELECT '${level}' AS level, ${id} AS entity_id, ${series}, ${each.join(', ')} FROM ${rows} GROUP BY ALL`,
    )
    .join(' UNION ALL ');
}

/** What has been moved with its rows may reach further than the rest of the same total allows. */
async function narrowInherited(engine: Engine, shown: readonly string[]): Promise<void> {
  const rows = await engine.query<Row>(`FROM inherited JOIN
    (SELECT DISTINCT ${series}, of_marks, apart FROM hidden_rows) USING (${series}) ORDER BY level, ${key}`);
  if (rows.length === 0) return;
  const place = ['level', ...key.split(', ')];
  const values = rows.map((row) => {
    const ranges: Ranges = new Map();
    for (const name of resultCounts)
      if (row[`${name}_low`] !== null)
        ranges.set(name, [numberIn(row, `${name}_low`), numberIn(row, `${name}_high`)]);
    narrowTotal(ranges, row.of_marks === true, row.apart === true);
    const ends = resultCounts.flatMap((name) => ranges.get(name) ?? [null, null]);
    return [...place.map((name) => row[name]), ...ends];
  });
  const columns = Object.fromEntries([
    ...place.map((name) => [name, /^(year|grade)$/.test(name) ? 'INTEGER' : 'VARCHAR'] as const),
    ...shown.map((name) => [name, 'INTEGER'] as const),
  ]);
  for (const statement of tableOf('inherited', columns, values)) await engine.run(statement);
}

/**
 * Replaces totals in whose rows something changed since the earlier release by what already follows from it: its range,
 * less the ranges of rows that went, plus the ranges of rows that came (a corrected row goes and comes). So the new
 * total adds nothing that the two lists of rows and the old total do not tell together, and the difference of two
 * totals is not the hidden number of the row between them.
 */
export async function inheritTotals(
  engine: Engine,
  earlier: Earlier,
  { protection }: Methodology,
): Promise<void> {
  const all = [
    'participants',
    'suppressed',
    'municipality_id',
    'region_id',
    ...parts.map((name) => `true_${name}`),
  ];
  const shown = resultCounts.flatMap((name) => [`${name}_low`, `${name}_high`]);
  const print = `md5(CAST(ROW(${[...all, ...shown].join(', ')}) AS VARCHAR)) AS print`;
  await engine.run(`CREATE OR REPLACE TEMP TABLE old_rows AS SELECT *, ${print} FROM read_parquet(${quoted(earlier.rows)});
    CREATE OR REPLACE TEMP TABLE new_rows AS SELECT *, ${print} FROM school_results;
    CREATE OR REPLACE TEMP TABLE went AS ${sums(`(FROM old_rows ANTI JOIN new_rows USING (${key}, print))`, 'went')};
    CREATE OR REPLACE TEMP TABLE came AS ${sums(`(FROM new_rows ANTI JOIN old_rows USING (${key}, print))`, 'came')};
    CREATE OR REPLACE TEMP TABLE whole AS ${sums('new_rows', 'all')}`);
  const told = (name: string, end: 'low' | 'high') => {
    const other = end === 'low' ? 'high' : 'low';
    const old = `o.${name}_${end} - coalesce(went_${name}_${other}, 0) + coalesce(came_${name}_${end}, 0)`;
    const pick = end === 'low' ? 'greatest' : 'least';
    return `CASE WHEN t.${name}_low IS NULL THEN NULL ELSE ${pick}(all_${name}_${end}, coalesce(${old}, all_${name}_${end})) END`;
  };
  const changed = resultCounts.flatMap((name) =>
    (['low', 'high'] as const).map((end) => `${told(name, end)} AS ${name}_${end}`),
  );
  const on = `level, ${key}`;
  await engine.run(`CREATE OR REPLACE TEMP TABLE inherited AS
    SELECT ${on
      .split(', ')
      .map((name) => `t.${name}`)
      .join(', ')}, ${changed.join(', ')}
    FROM protected_totals t JOIN read_parquet(${quoted(earlier.totals)}) o USING (${on}) JOIN whole USING (${on})
      LEFT JOIN went USING (${on}) LEFT JOIN came USING (${on})
    WHERE went.entity_id IS NOT NULL OR came.entity_id IS NOT NULL`);
  await narrowInherited(engine, shown);
  await engine.run(`UPDATE protected_totals AS t SET ${shown.map((name) => `${name} = i.${name}`).join(', ')},
      protection = CASE WHEN t.protection <> 'none' THEN t.protection
        WHEN ${resultCounts.map((name) => `i.${name}_low < i.${name}_high`).join(' OR ')} THEN 'widened' ELSE 'none' END
    FROM inherited i WHERE ${on
      .split(', ')
      .map((name) => `t.${name} = i.${name}`)
      .join(' AND ')}
      AND i.participants_high >= ${protection.min_participants}`);
  for (const table of ['old_rows', 'new_rows', 'went', 'came', 'whole', 'inherited'])
    await engine.run(`DROP TABLE ${table}`);
}
