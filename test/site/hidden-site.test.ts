import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canaryFindings } from '../../src/audit/canaries.ts';
import type { Engine } from '../../src/contract/engine.ts';
import { openNative } from '../../src/query/native.ts';
import { run, temporaryFolder } from '../support.ts';
import { builtOf } from './built.ts';
import { brokenLinks } from './crawl.ts';
import { hidden, highThresholds, loneRegion, shown } from './odd-region.ts';

/** A number as pages, drawings, tables and data write it. */
const written = (n: number): string[] => {
  const grouped = n.toLocaleString('en');
  return [String(n), grouped, grouped.replaceAll(',', '\u00a0'), grouped.replaceAll(',', '\u202f')];
};

let engine: Engine;
let site = '';
beforeAll(async () => {
  engine = await openNative({ threads: 1 });
  const methodology = JSON.parse(readFileSync('data/methodology/default.json', 'utf8'));
  const file = join(temporaryFolder(), 'methodology.json');
  writeFileSync(file, JSON.stringify({ ...methodology, protection: highThresholds }));
  site = builtOf((await run(loneRegion(), { preset: 'public', methodology: file })).out);
}, 180_000);
afterAll(() => engine.close());

/** Files that hold one of the words, of the site or below a folder of it. */
async function holding(words: readonly string[], folder = site): Promise<string[]> {
  const found = await canaryFindings(engine, [folder], words);
  return [...new Set(found.map(({ file, details }) => `${file} ${words[Number(details?.word) - 1]}`))];
}
const secrets = [...hidden.counts.flatMap(written), ...hidden.texts];

it('a region of one municipality with one school builds, and no link leads nowhere', () => {
  expect(brokenLinks(site)).toEqual([]);
});

it('no hidden number stands in any byte of the site, and one that is shown is found in each kind of file that holds numbers', async () => {
  const open = written(shown);
  const found = await holding([...secrets, ...open]);
  const isOpen = (one: string) => open.some((word) => one.endsWith(` ${word}`));
  expect(found.filter((one) => !isOpen(one))).toEqual([]);
  const kinds = new Set(found.filter(isOpen).map((one) => /\.(\w+) /.exec(one)?.[1]));
  // Pages, data, drawings, workbooks, notes.
  for (const kind of ['html', 'csv', 'json', 'parquet', 'svg', 'xlsx', 'docx']) expect(kinds).toContain(kind);
});

it('a page that printed a hidden number would be found, wherever it stands', async () => {
  const [secret = 0] = hidden.counts;
  const page = join(site, 'schools/s-alone/index.html');
  const before = readFileSync(page);
  for (const text of [
    `<td title="${written(secret)[2]}">`,
    `<g aria-label="${written(secret)[1]}">`,
    `<svg viewBox="0 0 ${secret} 10">`,
  ]) {
    appendFileSync(page, text);
    expect((await holding(secrets, join(site, 'schools'))).length, text).toBeGreaterThan(0);
    writeFileSync(page, before);
  }
});
