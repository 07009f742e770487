import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { journalOf, marked, summaryOf } from '../../../src/explorer/own-data/analysis.ts';
import { fileOf, read, scaleOf } from './files.ts';

const folder = 'test/files/layouts';

interface Row {
  school_id: string;
  year: number;
  subject: string;
  grade: number;
  [name: string]: string | number | boolean | undefined;
}

/** What the ingest makes of the same file with its own SQL: another computation of the same figures. */
const goldenOf = (name: string): Row[] =>
  JSON.parse(readFileSync(join(folder, name, 'golden.json'), 'utf8')).tables.results;

describe('a file read in the browser gives the figures that the ingest publishes', () => {
  it.each(readdirSync(folder).filter((name) => name.startsWith('vpr-')))('%s', async (name) => {
    const path = readdirSync(join(folder, name)).find((file) => /ВПР|протокол/u.test(file)) ?? '';
    const file = await read(fileOf(join(folder, name, path)));
    const rows = goldenOf(name);
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(file.pupils.map(({ school }) => school))).toEqual(
      new Set(rows.map(({ school_id }) => school_id)),
    );
    for (const row of rows) {
      expect(file.work).toMatchObject({ year: row.year, subject: row.subject, grade: row.grade });
      const own = file.pupils.filter(({ school }) => school === row.school_id);
      const pupils = marked(own, scaleOf(join(folder, name), row.subject, row.grade, row.year));
      const { participants, marks, mean } = summaryOf(pupils);
      expect([participants, ...marks]).toEqual(
        ['participants', 'mark_2', 'mark_3', 'mark_4', 'mark_5'].map((column) => row[column]),
      );
      expect(mean).toBeCloseTo(Number(row.score_mean), 2);
      const { lowered, confirmed, raised, gapTwo, rho } = journalOf(pupils);
      expect([lowered, confirmed, raised, gapTwo]).toEqual(
        ['lowered', 'confirmed', 'raised', 'gap_2'].map((column) => row[`journal_${column}`] ?? 0),
      );
      if (row.journal_rho === undefined) expect(rho).toBeNull();
      else expect(rho).toBeCloseTo(Number(row.journal_rho), 6);
    }
  });
});
