import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditReport } from '../../src/audit/audit.ts';
import { buildSite } from '../../src/cli/build.ts';
import { checkData } from '../../src/cli/doctor/data.ts';
import { hasPassed } from '../../src/cli/verdict.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { AuditSummary } from '../../src/contract/public.ts';
import { filesBelow, sha256 } from '../../src/publish/files.ts';
import { dataset, faultOf, lines, type Run, run, sourceSet, temporaryFolder } from '../support.ts';

const careless = vi.hoisted(() => ({ protect: false, audit: false }));

vi.mock('../../src/protect/protect.ts', async (original) => {
  const real = await original<typeof import('../../src/protect/protect.ts')>();
  return {
    protect: async (engine: Engine, ...rest: [never, never]) => {
      await real.protect(engine, ...rest);
      if (!careless.protect) return;
      await engine.run(`UPDATE results SET participants_low = n, participants_high = n
        FROM (SELECT municipality_id AS own, sum(participants) AS n FROM canonical_results JOIN canonical_schools USING (school_id)
          GROUP BY ALL) WHERE level = 'municipality' AND entity_id = own`);
    },
  };
});
vi.mock('../../src/cli/verdict.ts', async (original) => {
  const real = await original<typeof import('../../src/cli/verdict.ts')>();
  const mustPass: typeof real.mustPass = async (...all) =>
    careless.audit ? { summary: { passed: true } as AuditSummary, isKnown: false } : real.mustPass(...all);
  return { ...real, mustPass };
});

beforeEach(() => {
  careless.protect = false;
  careless.audit = false;
});

/** login, name, municipality, participants, marks 2 to 5. */
type School = readonly [number, string, number, number, number, number, number];
const line = ([n, municipality, ...counts]: School): string =>
  `sch00${n};СОШ № ${n};${municipality};Район ${municipality};2023;5;Математика;${counts.join(';')}`;

const schools: readonly School[] = [
  [1, 'm1', 4, 1, 1, 1, 1],
  [2, 'm1', 6, 2, 2, 1, 1],
  [3, 'm1', 31, 5, 10, 10, 6],
  [4, 'm1', 20, 1, 8, 6, 5],
  [5, 'm1', 20, 2, 7, 6, 5],
  [6, 'm2', 3, 0, 1, 1, 1],
  [7, 'm2', 44, 4, 20, 12, 8],
];
const set = (rows: readonly School[]): string => sourceSet({ 'a.csv': lines(...rows.map(line)) });

describe('a release that betrays what it hides', () => {
  it('is not published: the fault names the private report, which names the equation', async () => {
    const [out, work] = [temporaryFolder(), temporaryFolder()];
    careless.protect = true;
    const fault = await faultOf(() => run(set(schools), { preset: 'public', out, work }));
    expect(fault.code).toBe('audit-failed');
    expect(fault.details.leaks).toMatch(/exact: \d+/);
    expect(filesBelow(out)).toEqual([]);
    const report = JSON.parse(readFileSync(fault.place.file as string, 'utf8')) as AuditReport;
    const found = report.findings.find(
      ({ cell }) => cell?.key.entity_id === 'sch006' && cell.column === 'participants',
    );
    expect(found?.feasible).toEqual([3, 3]);
    expect(found?.chain.map(({ relation }) => relation)).toEqual(['sum-of-schools']);
    careless.protect = false;
    await run(set(schools), { preset: 'public', out, work });
    expect(existsSync(fault.place.file as string)).toBe(false);
  });

  it('leaves the release before in its place', async () => {
    const made = await run(set(schools), { preset: 'public' });
    const pointer = readFileSync(join(made.out, 'latest.json'), 'utf8');
    careless.protect = true;
    const { out, work } = made;
    const corrected = schools.map((row): School => (row[0] === 3 ? [3, 'm1', 33, 6, 11, 10, 6] : row));
    const refused = () => faultOf(() => run(set(corrected), { preset: 'public', out, work }));
    expect(await refused()).toMatchObject({
      code: 'audit-failed-beside',
      details: { previous: made.release },
    });
    // An operator who lost the folder is told which one to put back.
    const history = join(work, `${dataset.id}-history`);
    rmSync(history, { recursive: true });
    expect(await refused()).toMatchObject({ code: 'audit-failed-forgotten', details: { history } });
    expect(readFileSync(join(out, 'latest.json'), 'utf8')).toBe(pointer);
  });

  it('gets no site, wherever the release came from', async () => {
    careless.protect = true;
    careless.audit = true;
    const { out, folder, manifest } = await run(set(schools), { preset: 'public' });
    careless.audit = false;
    expect(hasPassed(out, folder, manifest)).toBe(false);
    expect(checkData(out).findings.find(({ check }) => check === 'audit')?.code).toBe('not-audited');
    const site = join(temporaryFolder(), 'site');
    const fault = await faultOf(
      async () => void (await buildSite({ data: out, out: site, site: undefined, base: '/' })),
    );
    expect(fault.code).toBe('audit-failed');
    expect(existsSync(site)).toBe(false);
  });
});

describe('a release that passes', () => {
  it('says what was tried, and is not attacked again', async () => {
    const first = await run(set(schools), { preset: 'public' });
    const summary = JSON.parse(readFileSync(join(first.folder, 'audit.json'), 'utf8')) as AuditSummary;
    expect(summary).toMatchObject({ passed: true, previous: [] });
    expect(summary.hidden).toBeGreaterThan(10);
    expect(summary.utility[0]).toMatchObject({ schools: 7, rows: 7, hidden: 3, partly: 2 });
    expect(first.manifest.files.map(({ path }) => path)).toContain('audit.json');
    expect(hasPassed(first.out, first.folder, first.manifest)).toBe(true);
    expect(checkData(first.out).findings.find(({ check }) => check === 'audit')?.code).toBe('audited');
    const other = { ...first.manifest, preset: 'internal' as const };
    expect(hasPassed(first.out, first.folder, other)).toBeUndefined();
  });
});

/** Every byte of a release, but for the keyed hashes of its sources. */
function bytesOf({ folder }: Run): Map<string, string> {
  const files = filesBelow(folder).map((path): [string, string] => [
    path,
    readFileSync(join(folder, path), 'latin1').replaceAll(/"sha256":"[0-9a-f]{64}","bytes":null/g, ''),
  ]);
  return new Map(files);
}

describe('regions that differ only in what is hidden', () => {
  it('are published alike, byte by byte: names, sizes, order, statistics and indicators included', async () => {
    const swapped = (a: number, b: number, rows: readonly School[]): School[] =>
      rows.map((row) => {
        const from = row[0] === a ? b : row[0] === b ? a : row[0];
        const [, , ...counts] = rows.find(([n]) => n === from) as School;
        return [row[0], row[1], ...counts];
      });
    // Two small schools, and two with one and two failing pupils.
    const twins = swapped(4, 5, swapped(1, 2, schools));
    expect(twins).not.toEqual(schools);
    const [one, other] = [
      await run(set(schools), { preset: 'public' }),
      await run(set(twins), { preset: 'public' }),
    ];
    expect(other.release).toBe(one.release);
    const [own, others] = [bytesOf(one), bytesOf(other)];
    expect([...others.keys()]).toEqual([...own.keys()]);
    expect([...own].filter(([path, bytes]) => others.get(path) !== bytes).map(([path]) => path)).toEqual([]);
    const visible = schools.map((row): School => (row[0] === 3 ? [3, 'm1', 31, 6, 9, 10, 6] : row));
    // Otherwise the comparison would prove nothing.
    expect((await run(set(visible), { preset: 'public' })).release).not.toBe(one.release);
  });
});

describe('what is told of the input files', () => {
  const pupils = {
    table: 'pupils',
    delimiter: ';',
    columns: {
      school_id: { from: 'Логин' },
      subject: { from: 'Предмет' },
      grade: { from: 'Класс' },
      mark: { from: 'Отметка' },
    },
    constants: { procedure: 'vpr', session: 'spring', year: 2023 },
  };

  it('neither confirms a guess at their content nor counts the pupils of one file', async () => {
    const rows = Array.from({ length: 4 }, (_, i) => `sch001;Русский язык;5;${i + 2}`);
    const inputs = [
      { id: 'results', files: '*.csv', profile: 'profile.json' },
      { id: 'pupils', files: 'pupils/*.csv', profile: 'pupils.json' },
    ];
    const folder = sourceSet(
      { 'a.csv': lines(...schools.map(line)) },
      {
        'dataset.json': { ...dataset, inputs },
        'pupils.json': pupils,
        'pupils/b.csv': `Логин;Предмет;Класс;Отметка\n${rows.join('\n')}\n`,
      },
    );
    const made = await run(folder, { preset: 'public' });
    const [results, children] = made.manifest.sources;
    expect(children).toMatchObject({
      input: 'pupils',
      rows_in: 1,
      published: 1,
      excluded: {},
      rejected: 0,
      bytes: null,
    });
    expect(children?.warnings).toContain('pupils-not-counted');
    expect(readFileSync(join(made.folder, 'inputs.csv'), 'utf8')).toContain('published,"",1\n');
    expect(results?.bytes).toBeNull();
    expect(results?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(results?.sha256).not.toBe(sha256(readFileSync(join(folder, 'a.csv'))));
  });
});
