import { globSync } from 'node:fs';
import { join } from 'node:path';
import { growRelease } from './grow.ts';
import { measured } from './measured.ts';

/**
 * Seconds and memory of building the site of a release, and of releases 4 and 16 times as large. The baseline is the
 * smallest: a linear build takes 4 and 16 times as long.
 */
export function benchSite(data: string, folder: string, sizes: readonly number[]): string[][] {
  const rows = [
    [
      'site build',
      'school pages',
      'seconds',
      'processor s',
      'school pages per second',
      'peak MB',
      'time ÷ ×1',
    ],
  ];
  let first = 0;
  for (const times of sizes) {
    const grown = join(folder, `data-${times}`);
    const site = join(folder, `site-${times}`);
    const schools = growRelease(data, grown, times);
    const { seconds, processor, megabytes } = measured(['scripts/build.ts', '--data', grown, '--out', site]);
    const pages = globSync('{schools,en/schools}/*/index.html', { cwd: site }).length;
    first ||= seconds;
    rows.push([
      `×${times} (${schools} schools)`,
      String(pages),
      seconds.toFixed(1),
      processor.toFixed(1),
      (pages / seconds).toFixed(0),
      megabytes.toFixed(0),
      (seconds / first).toFixed(1),
    ]);
  }
  return rows;
}
