import { spawnSync } from 'node:child_process';

/** Protects the demo's canonical tables with every school `times` over, each copy in municipalities of its own. */
const script = (canonical: string, times: number): string => `
import { readFileSync } from 'node:fs';
import { openNative } from './src/query/native.ts';
import { openCanonical } from './src/canonical/write.ts';
import { loadReference } from './src/canonical/reference.ts';
import { protect } from './src/protect/protect.ts';
import { methodologySchema } from './src/contract/methodology.ts';
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
const start = performance.now();
await protect(engine, methodology, 'public');
console.log(JSON.stringify({ seconds: (performance.now() - start) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
await engine.close();`;

/** Seconds and memory of protection for the demo region and for regions of 4 and 16 times as many schools. */
export function benchProtect(canonical: string): string[][] {
  const measured = [1, 4, 16].map((times) => {
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script(canonical, times)], {
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return {
      times,
      ...(JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as { seconds: number; megabytes: number }),
    };
  });
  const [base] = measured;
  return [
    ['protect: schools of the demo region', 's', 'peak MB', 'ratio'],
    ...measured.map(({ times, seconds, megabytes }) => [
      times === 1 ? '× 1 (baseline)' : `× ${times}`,
      seconds.toFixed(1),
      megabytes.toFixed(0),
      (seconds / (base?.seconds ?? 1)).toFixed(2),
    ]),
  ];
}
