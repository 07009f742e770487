import { globSync } from 'node:fs';
import { join } from 'node:path';
import { growRelease } from './grow.ts';
import { measured } from './measured.ts';

const head = [
  'site build',
  'school pages',
  'seconds',
  'processor s',
  'school pages per second',
  'peak MB',
  'time ÷ ×1',
];

const alone = ['--embeds', 'none'];

/** How a release is built, one after the other, by the part of the bench. */
const builds: Record<string, readonly (readonly [name: string, ...more: string[]])[]> = {
  whole: [['the first time'], ['again'], ['again, without charts for others', ...alone]],
  pages: [
    ['without charts for others, the first time', ...alone],
    ['the same again', ...alone],
  ],
};

/** Parts of this bench, the first without being asked for. */
export const siteParts = Object.keys(builds);

/**
 * Seconds and memory of building the site of a release, and of releases 4 and 16 times as large. Each is built three
 * times: for the first time, with the attack on the release, every chart for other pages and every document; again, as
 * after any change of texts, when all of that is kept; and without charts for other pages. The part `pages` leaves these
 * charts out from the beginning. The baseline of each is that of the smallest: a linear build takes 4 and 16 times as long.
 */
export function benchSite(
  data: string,
  folder: string,
  sizes: readonly number[],
  part = 'whole',
): string[][] {
  const rows = [head];
  const first = new Map<string, number>();
  process.env.DINAMIKA_DRAWINGS = join(folder, 'drawings');
  for (const times of sizes) {
    const grown = join(folder, `data-${times}`);
    const schools = growRelease(data, grown, times);
    for (const [name, ...more] of builds[part] ?? []) {
      const site = join(folder, `site-${times}`);
      const args = ['scripts/build.ts', '--data', grown, '--out', site, ...more];
      const { seconds, processor, megabytes } = measured(args);
      const pages = globSync('{schools,en/schools}/*/index.html', { cwd: site }).length;
      const base = first.get(name) ?? seconds;
      first.set(name, base);
      rows.push([
        `×${times} (${schools} schools), ${name}`,
        String(pages),
        seconds.toFixed(1),
        processor.toFixed(1),
        (pages / seconds).toFixed(0),
        megabytes.toFixed(0),
        (seconds / base).toFixed(1),
      ]);
    }
  }
  delete process.env.DINAMIKA_DRAWINGS;
  return rows;
}
