import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Methodology, methodologySchema } from '../../contract/methodology.ts';
import { computeAll, useMethodology } from '../../indicators/compute.ts';
import { sqlOf } from '../../indicators/run.ts';
import { importParquet } from '../../query/attach.ts';
import { openNative } from '../../query/native.ts';
import { openWasmInNode } from '../../query/wasm-node.ts';
import { grow, inputs, median, releaseFolder, timed } from './grown.ts';

const readMethodology = (folder: string): Methodology =>
  methodologySchema.parse(JSON.parse(readFileSync(join(folder, 'methodology.json'), 'utf8')));

/** The plainest pass over the cube, which every time is given against. */
const baseline = `SELECT entity_id, year, sum(participants_low) AS n FROM results WHERE level = 'school'
  GROUP BY entity_id, year ORDER BY entity_id, year`;

/** Every derived table in one pass, natively, over twice the schools of the site's release: milliseconds of each. */
export async function benchIndicators(site: string): Promise<string[][]> {
  const folder = releaseFolder(site);
  const methodology = readMethodology(folder);
  const engine = await openNative();
  try {
    for (const table of inputs) await importParquet(engine, table, join(folder, `${table}.parquet`));
    await grow(engine, inputs, 2);
    const [size] = await engine.query<{ schools: number; years: number; rows: number }>(
      `SELECT count(DISTINCT entity_id) AS schools, count(DISTINCT year) AS years, count(*) AS rows FROM results
       WHERE level = 'school'`,
    );
    await engine.query(baseline);
    const unit = median(await timed(9, () => engine.query(baseline)));
    const steps: [string, number][] = [];
    const start = performance.now();
    await computeAll(engine, methodology, [], (name, ms) => steps.push([name, ms]));
    const all = performance.now() - start;
    const line = (name: string, ms: number) => [name, ms.toFixed(0), (ms / unit).toFixed(1)];
    return [
      [
        `indicators, native, one pass over ${size?.schools} schools × ${size?.years} years (${size?.rows} results)`,
        'ms',
        '× plain sum by school and year',
      ],
      ['plain sum by school and year', unit.toFixed(1), '1.0'],
      ...steps.map(([name, ms]) => line(name, ms)),
      line('all', all),
    ];
  } finally {
    await engine.close();
  }
}

const thresholds = [0.25, 0.3, 0.35, 0.4, 0.28, 0.32, 0.2, 0.45, 0.3];

/** Another threshold and unit for every run, as a reader who moves a slider asks. */
function changed(methodology: Methodology, run: number): Methodology {
  const units = ['procedure_subject_grade', 'procedure_subject', 'procedure'] as const;
  const { identification } = methodology;
  return {
    ...methodology,
    identification: {
      ...identification,
      threshold: thresholds[run % thresholds.length] ?? identification.threshold,
      procedure_unit: units[run % units.length] ?? identification.procedure_unit,
    },
  };
}

/**
 * The what-if of the explorer: who is identified when the parameters change, over the whole cube, on the browser's
 * engine in Node (the same WASM binary; a browser adds the way to its worker and back). Median and slowest of 9, warm.
 */
export async function benchWhatIf(site: string): Promise<string[][]> {
  const folder = releaseFolder(site);
  const methodology = readMethodology(folder);
  const rows: string[][] = [
    [
      'what-if: identification with other parameters, WASM in Node',
      'schools',
      'median ms',
      'slowest ms',
      '× plain sum',
    ],
  ];
  for (const times of [1, 4, 16]) {
    const engine = await openWasmInNode();
    const tables = ['results', 'pooled_results'];
    for (const table of tables) {
      const path = `${table}.parquet`;
      await engine.register(path, new Uint8Array(readFileSync(join(folder, path))));
      await importParquet(engine, table, path);
    }
    await grow(engine, tables, times);
    const [size] = await engine.query<{ n: number }>(
      `SELECT count(DISTINCT entity_id) AS n FROM results WHERE level = 'school'`,
    );
    await engine.query(baseline);
    const unit = median(await timed(5, () => engine.query(baseline)));
    // As the explorer does: these rows do not depend on what a reader moves.
    await useMethodology(engine, methodology);
    await engine.run(`CREATE OR REPLACE TEMP TABLE unit_rows AS ${sqlOf('unit-rows')}`);
    const ask = async (run: number) => {
      await useMethodology(engine, changed(methodology, run));
      await engine.run(
        `CREATE OR REPLACE TEMP TABLE identification_units AS ${sqlOf('identification-units')}`,
      );
      await engine.query(sqlOf('identification'));
    };
    await timed(3, ask);
    const found = await timed(9, ask);
    rows.push([
      `×${times}`,
      String(size?.n ?? 0),
      median(found).toFixed(0),
      Math.max(...found).toFixed(0),
      (median(found) / unit).toFixed(1),
    ]);
    await engine.close();
  }
  return rows;
}
