import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openRelease } from '../../src/audit/release.ts';
import { statisticsFindings } from '../../src/audit/statistics.ts';
import { openNative } from '../../src/query/native.ts';
import { writeRelease } from './release.ts';

async function look(change: (folder: string, run: (sql: string) => Promise<void>) => Promise<void> | void) {
  const results = [
    { at: 's1', participants: [1, 9] as const },
    { at: 's2', participants: 31_207 },
    { at: 'm1', participants: [30_000, 30_008] as const },
  ];
  const folder = await writeRelease({ results });
  const engine = await openNative({ threads: 1 });
  await change(folder, (sql) => engine.run(sql));
  const found = await statisticsFindings(engine, await openRelease(engine, folder, 0));
  await engine.close();
  return found.map(({ kind, file, details }) => [kind, file, details?.told]);
}
const table = (folder: string): string => join(folder, 'results.parquet');

it('a table that says what its rows say passes, by whatever version it was written', async () => {
  expect(await look(() => {})).toEqual([]);
  const other = await look(async (folder, run) => {
    await run(
      `COPY (FROM read_parquet('${table(folder)}')) TO '${table(folder)}.new' (FORMAT parquet, COMPRESSION snappy)`,
    );
    writeFileSync(table(folder), readFileSync(`${table(folder)}.new`));
  });
  expect(other).toEqual([]);
});

it('a text beside the rows is found', async () => {
  const found = await look(async (folder, run) => {
    await run(`COPY (FROM read_parquet('${table(folder)}')) TO '${table(folder)}.new'
      (FORMAT parquet, KV_METADATA {hidden: 's1 had 7'})`);
    writeFileSync(table(folder), readFileSync(`${table(folder)}.new`));
  });
  expect(found).toEqual([['statistics', 'results.parquet', 'key-value']]);
});

it('a greatest value that no row has is found', async () => {
  const found = await look((folder) => {
    const bytes = readFileSync(table(folder));
    // The statistics stand in the footer: the last places where the value does.
    const own = Buffer.from([0xe7, 0x79, 0, 0]);
    const at = bytes.lastIndexOf(own);
    expect(bytes.readInt32LE(at)).toBe(31_207);
    bytes.writeInt32LE(31_999, at);
    bytes.writeInt32LE(31_999, bytes.lastIndexOf(own));
    writeFileSync(table(folder), bytes);
  });
  expect(found.map(([kind, file]) => [kind, file])).toEqual([['statistics', 'results.parquet']]);
});
