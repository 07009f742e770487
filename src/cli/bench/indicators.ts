import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Methodology, methodologySchema } from '../../contract/methodology.ts';
import { computeAll } from '../../indicators/compute.ts';
import { importParquet } from '../../query/attach.ts';
import { openNative } from '../../query/native.ts';
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
