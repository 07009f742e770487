import { resultCounts } from '../contract/canonical.ts';
import type { Cell, Engine, Row } from '../contract/engine.ts';
import { parts, series } from './hidden-sql.ts';
import type { Ranges } from './narrow.ts';
import { numberIn } from './rows.ts';

/**
 * What releases before told and hid, from the operator's private folder; never published. Parquet files written by
 * `rememberRelease`.
 */
export interface Earlier {
  /** School rows of the last release with the truth. */
  rows: string;
  /** Every total as it was told first. */
  totals: string;
  /** The school rows that were behind each of them then, by level of the total. */
  behind: string;
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

/**
 * Keeps what this release told and hid, for the next one. Totals stay as they were told first, with the rows of that time:
 * so a row that is corrected again and again widens a total once.
 * @param earlier what this release was protected with
 */
export async function rememberRelease(
  engine: Engine,
  { rows, totals, behind }: Earlier,
  earlier?: Earlier,
): Promise<void> {
  const write = (table: string, path: string, order: string) =>
    engine.run(
      `COPY (FROM ${table} ORDER BY ${order}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  const on = `level, ${key}`;
  const read = (file: keyof Earlier) => `read_parquet(${quoted(earlier?.[file] ?? '')})`;
  const known = earlier ? `(FROM ${read('totals')})` : '(FROM protected_totals WHERE false)';
  const fresh = areas.map(
    ([level, id]) => `SELECT '${level}' AS level, r.* FROM school_results r
      ANTI JOIN (FROM ${known} WHERE level = '${level}') o ON r.${id} = o.entity_id AND ${series
        .split(', ')
        .map((name) => `r.${name} = o.${name}`)
        .join(' AND ')}`,
  );
  await engine.run(`CREATE OR REPLACE TEMP TABLE told_first AS
      SELECT o.* REPLACE (CASE WHEN n.protection = 'corrected' THEN n.protection ELSE o.protection END AS protection)
      FROM ${known} o LEFT JOIN protected_totals n USING (${on})
      UNION ALL BY NAME FROM protected_totals ANTI JOIN ${known} o USING (${on});
    CREATE OR REPLACE TEMP TABLE behind_first AS ${earlier ? `FROM ${read('behind')} UNION ALL BY NAME ` : ''}
      ${fresh.join(' UNION ALL BY NAME ')}`);
  await write('school_results', rows, key);
  await write('told_first', totals, on);
  await write('behind_first', behind, on);
  await engine.run('DROP TABLE told_first; DROP TABLE behind_first');
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

/** Rows that may leave counts out that they have. */
const withoutCounts = "'few-participants', 'few-failing', 'coded-tail', 'remembered'";

const areas = [
  ['municipality', 'municipality_id'],
  ['region', 'region_id'],
] as const;

/** Sums of published ranges by area, of what rows tell and of what they hide. `rows`: by level of the area. */
function sums(rows: (level: string) => string, prefix: string): string {
  const each = resultCounts.flatMap((name) => [
    `CAST(sum(coalesce(${name}_low, 0)) AS INTEGER) AS ${prefix}_${name}_low`,
    `CAST(sum(coalesce(${name}_high, participants_high)) AS INTEGER) AS ${prefix}_${name}_high`,
  ]);
  const hidden = `bool_or(${resultCounts.map((name) => `coalesce(${name}_low < ${name}_high, false)`).join(' OR ')}
    OR protection IN (${withoutCounts})) AS ${prefix}_hidden`;
  return areas
    .map(
      ([level, id]) =>
        `SELECT '${level}' AS level, ${id} AS entity_id, ${series}, ${each.join(', ')}, ${hidden} FROM (${rows(level)}) GROUP BY ALL`,
    )
    .join(' UNION ALL ');
}

/** Key of a total as text. */
export const totalKey = (level: string, entity: Cell | undefined, key: Row): string =>
  [level, entity, ...series.split(', ').map((name) => key[name])].join('\u0000');

/** What of a total follows from the release that told it first and the rows that came, went or changed since. */
export interface Inherited {
  /** What was told of the total first. */
  before: Ranges;
  /** What may be told of it now: columns that were not told then are the sums of the rows. */
  ranges: Ranges;
  /** Rows of it came, went or changed. */
  isChanged: boolean;
  /** A number that is hidden, or was, is among what changed; in this release or in one before. */
  isCorrected: boolean;
}

export interface Inheritance {
  /** The file that the totals are from. */
  file: string;
  /** By `totalKey`. A total that is gone has no `ranges`. */
  totals: ReadonlyMap<string, Inherited>;
  /** By `totalKey` of a region: the keys of the totals of municipalities that were in it when it was told first. */
  below: ReadonlyMap<string, readonly string[]>;
}

const rangesIn = (row: Row, prefix: string): Ranges =>
  new Map(
    resultCounts
      .filter((name) => row[`${prefix}${name}_low`] !== null)
      .map((name) => [name, [numberIn(row, `${prefix}${name}_low`), numberIn(row, `${prefix}${name}_high`)]]),
  );

/**
 * What releases before leave to be told of every total: the range that was told first, less the ranges of rows that went
 * since, plus the ranges of rows that came (a corrected row goes and comes). So the new total adds nothing that the lists of
 * rows and the first total do not tell together, and the difference of two totals is not the hidden number of the row
 * between them.
 */
export async function inheritedTotals(engine: Engine, earlier: Earlier): Promise<Inheritance> {
  const all = [
    'participants',
    'suppressed',
    'municipality_id',
    'region_id',
    ...parts.map((name) => `true_${name}`),
  ];
  const shown = resultCounts.flatMap((name) => [`${name}_low`, `${name}_high`]);
  const print = `md5(CAST(ROW(${[...all, ...shown].join(', ')}) AS VARCHAR)) AS print`;
  const old = (level: string) => `FROM old_rows WHERE level = '${level}'`;
  const without = (own: string, other: string) =>
    `SELECT * FROM (${own}) ANTI JOIN (${other}) USING (${key}, print)`;
  const now = 'FROM new_rows';
  await engine.run(`CREATE OR REPLACE TEMP TABLE old_rows AS SELECT *, ${print} FROM read_parquet(${quoted(earlier.behind)});
    CREATE OR REPLACE TEMP TABLE new_rows AS SELECT *, ${print} FROM school_results;
    CREATE OR REPLACE TEMP TABLE went AS ${sums((level) => without(old(level), now), 'went')};
    CREATE OR REPLACE TEMP TABLE came AS ${sums((level) => without(now, old(level)), 'came')};
    CREATE OR REPLACE TEMP TABLE whole AS ${sums(() => now, 'all')}`);
  const told = (name: string, end: 'low' | 'high') => {
    const other = end === 'low' ? 'high' : 'low';
    const old = `o.${name}_${end} - coalesce(went_${name}_${other}, 0) + coalesce(came_${name}_${end}, 0)`;
    return `${end === 'low' ? 'greatest' : 'least'}(all_${name}_${end}, coalesce(${old}, all_${name}_${end}))`;
  };
  const ends = resultCounts.flatMap((name) =>
    (['low', 'high'] as const).flatMap((end) => [
      `o.${name}_${end} AS old_${name}_${end}`,
      `${told(name, end)} AS ${name}_${end}`,
    ]),
  );
  const on = `level, ${key}`;
  const rows = await engine.query<Row>(`SELECT ${on}, ${ends.join(', ')}, o.protection AS old_protection,
      coalesce(went_hidden, false) OR coalesce(came_hidden, false) AS is_hidden,
      went_hidden IS NOT NULL OR came_hidden IS NOT NULL AS is_changed
    FROM read_parquet(${quoted(earlier.totals)}) o LEFT JOIN whole USING (${on})
      LEFT JOIN went USING (${on}) LEFT JOIN came USING (${on}) ORDER BY ${on}`);
  const places = await engine.query<Row>(
    `SELECT DISTINCT municipality_id, region_id, ${series} FROM old_rows WHERE level = 'region' ORDER BY ALL`,
  );
  for (const table of ['old_rows', 'new_rows', 'went', 'came', 'whole'])
    await engine.run(`DROP TABLE ${table}`);
  const below = new Map<string, string[]>();
  for (const row of places) {
    const region = totalKey('region', row.region_id, row);
    below.set(region, [...(below.get(region) ?? []), totalKey('municipality', row.municipality_id, row)]);
  }
  const totals = new Map(
    rows.map((row): [string, Inherited] => [
      totalKey(String(row.level), row.entity_id, row),
      {
        before: rangesIn(row, 'old_'),
        ranges: rangesIn(row, ''),
        isChanged: row.is_changed === true,
        isCorrected: row.is_hidden === true || row.old_protection === 'corrected',
      },
    ]),
  );
  return { file: earlier.totals, totals, below };
}
