import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Protects the demo's canonical tables with every school `times` over, each copy in municipalities of its own, and
 * attacks what is published of them.
 */
const script = (canonical: string, times: number, folder: string): string => `
import { readFileSync, writeFileSync } from 'node:fs';
import { auditRelease } from './src/audit/audit.ts';
import { canonical } from './src/contract/canonical.ts';
import { published } from './src/contract/published.ts';
import { openNative } from './src/query/native.ts';
import { openCanonical } from './src/canonical/write.ts';
import { loadReference } from './src/canonical/reference.ts';
import { protect } from './src/protect/protect.ts';
import { methodologySchema } from './src/contract/methodology.ts';
const out = ${JSON.stringify(folder)};
const engine = await openNative({ threads: 2, memoryLimit: '2GB' });
await openCanonical(engine, ${JSON.stringify(canonical)});
await loadReference(engine, 'data/reference');
const copies = 'range(${times}) t(i)';
for (const [table, columns] of [['municipalities', ['municipality_id']], ['schools', ['school_id', 'municipality_id']], ['results', ['school_id']]]) {
  const named = columns.map((name) => name + " || '-' || i AS " + name).join(', ');
  await engine.run('CREATE TEMP TABLE many_' + table + ' AS SELECT * EXCLUDE (i) REPLACE (' + named + ') FROM canonical_' + table + ', ' + copies);
  await engine.run('DROP VIEW canonical_' + table + '; CREATE TEMP VIEW canonical_' + table + ' AS FROM many_' + table);
}
const methodology = methodologySchema.parse(JSON.parse(readFileSync('data/methodology/default.json', 'utf8')));
const spent = (since) => { const { user, system } = process.cpuUsage(since); return (user + system) / 1e6; };
const start = process.cpuUsage();
const from = performance.now();
await protect(engine, methodology, 'public');
const seconds = spent(start);
const protecting = (performance.now() - from) / 1000;
const tables = { results: published.results, pooled_results: published.pooled_results, schools: canonical.schools, municipalities: canonical.municipalities };
const resources = [];
for (const [name, { key, columns }] of Object.entries(tables)) {
  const from = name.endsWith('results') ? name : 'canonical_' + name;
  const rows = '(SELECT ' + Object.keys(columns).join(', ') + ' FROM ' + from + ' ORDER BY ' + key.join(', ') + ')';
  const target = out + '/' + name;
  await engine.run('COPY ' + rows + " TO '" + target + ".parquet' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1, ROW_GROUP_SIZE 20480)");
  await engine.run('COPY ' + rows + " TO '" + target + ".csv' (FORMAT csv, HEADER true)");
  resources.push({ name, path: name + '.csv', schema: { fields: Object.keys(columns).map((column) => ({ name: column })), primaryKey: key } });
}
await engine.close();
writeFileSync(out + '/manifest.json', JSON.stringify({ release: 'grown', preset: 'public' }));
writeFileSync(out + '/methodology.json', JSON.stringify(methodology));
writeFileSync(out + '/datapackage.json', JSON.stringify({ resources }));
const before = process.cpuUsage();
const since = performance.now();
const { passed, effort, tally } = await auditRelease(out);
console.log(JSON.stringify({
  seconds, audit: spent(before), clock: protecting + (performance.now() - since) / 1000, hidden: effort.hidden, passed, tally,
  megabytes: process.resourceUsage().maxRSS / 1024,
}));`;

interface Measured {
  times: number;
  seconds: number;
  audit: number;
  /** Seconds of both by the clock. */
  clock: number;
  hidden: number;
  passed: boolean;
  megabytes: number;
}

// The attack holds a whole region in memory; Node's own limit is lower than what a machine has.
const heap = '--max-old-space-size=16000';

/**
 * Processor seconds and memory of protection and of the attack on what it made (results and pools), for the demo region and for
 * regions of several times as many schools. Ratios are to the first.
 */
export function benchProtect(canonical: string, sizes: readonly number[]): string[][] {
  const measured = sizes.map((times): Measured => {
    const folder = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
    try {
      const code = script(canonical, times, folder);
      const run = spawnSync(process.execPath, [heap, '--input-type=module', '-e', code], {
        encoding: 'utf8',
      });
      if (run.status !== 0) throw new Error(run.stderr);
      return {
        times,
        ...(JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as Omit<Measured, 'times'>),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  const [base] = measured;
  const ratio = (own: number, first = 1): string => (own / first).toFixed(2);
  return [
    [
      'schools of the demo region',
      'hidden numbers',
      'protect, s',
      'ratio',
      'audit, s',
      'ratio',
      'both by the clock, s',
      'passed',
      'peak MB',
    ],
    ...measured.map(({ times, seconds, audit, clock, hidden, passed, megabytes }) => [
      `× ${times}`,
      String(hidden),
      seconds.toFixed(1),
      ratio(seconds, base?.seconds),
      audit.toFixed(1),
      ratio(audit, base?.audit),
      clock.toFixed(1),
      passed ? 'yes' : 'no',
      megabytes.toFixed(0),
    ]),
  ];
}
