import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditRelease } from '../../src/audit/audit.ts';
import { openNative } from '../../src/query/native.ts';
import { resultKey, resultRow, writeRelease } from './release.ts';

const given = { at: 's1', participants: 22, mean: 14.5 };
const small = () => writeRelease({ results: [given, { at: 's2', participants: [1, 9] }] });
const told = async (folder: string) =>
  (await auditRelease(folder)).findings.map(({ kind, file, details }) => [kind, file, details]);

describe('copies of the same numbers', () => {
  it('agree: nothing is found', async () => {
    const folder = await small();
    mkdirSync(join(folder, 'schools'));
    writeFileSync(join(folder, 'schools/s1.json'), JSON.stringify({ results: [resultRow(given)] }));
    expect(await told(folder)).toEqual([]);
  });

  it('a CSV that shows what the Parquet hides', async () => {
    const folder = await small();
    const file = join(folder, 'results.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace(',1,9,', ',8,8,'));
    expect(await told(folder)).toEqual([['disagreement', 'results.csv', { rows: 2 }]]);
  });

  it('a school’s JSON that shows what the table hides', async () => {
    const folder = await small();
    mkdirSync(join(folder, 'schools'));
    const results = [resultRow({ at: 's2', participants: 8 })];
    writeFileSync(join(folder, 'schools/s2.json'), JSON.stringify({ results }));
    expect(await told(folder)).toEqual([['disagreement', 'schools/s2.json', { rows: 1 }]]);
  });

  it('rows in the order of something hidden', async () => {
    const folder = await small();
    const engine = await openNative({ threads: 1 });
    const path = join(folder, 'results');
    const order = resultKey.map((name) => (name === 'entity_id' ? 'entity_id DESC' : name)).join(', ');
    await engine.run(`CREATE TABLE t AS SELECT * FROM read_parquet('${path}.parquet') ORDER BY ${order}`);
    await engine.run(`COPY t TO '${path}.parquet' (FORMAT parquet)`);
    await engine.close();
    expect(await told(folder)).toEqual([['row-order', 'results.parquet', { rows: 2 }]]);
  });
});
