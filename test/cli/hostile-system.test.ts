import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadReference, readSubjects } from '../../src/canonical/reference.ts';
import { intactRelease } from '../../src/cli/release.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { readSourceSet } from '../../src/ingest/source.ts';
import { damagedFiles } from '../../src/publish/verify.ts';
import { openNative } from '../../src/query/native.ts';
import * as set from '../support.ts';
import { clockOf } from './clock.ts';

const { lines, other, row, sourceSet } = set;

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

interface Call {
  folder: string;
  out: string;
  work: string;
}

const argsOf = ({ folder, out, work }: Call): string[] => [
  ...['scripts/ingest.ts', folder, '--out', out, '--work', work],
  ...['--preset', 'internal', '--lang', 'en'],
];

const call = (of: Call, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, argsOf(of), { encoding: 'utf8', env: { ...process.env, ...env } });

describe('a file that changes while it is read', () => {
  it('stops the ingest', async () => {
    const folder = sourceSet({ 'a.csv': lines(row), 'b.csv': lines(other) });
    const engine = await openNative();
    await loadReference(engine, 'data/reference');
    const fault = await set.faultOf(() =>
      ingest(readSourceSet(folder), readSubjects('data/reference'), {
        engine,
        temporary: set.temporaryFolder(),
        progress: ({ name, state }) => {
          if (name === 'b.csv' && state === 'begun') appendFileSync(join(folder, 'b.csv'), `${row}\n`);
        },
      }),
    );
    await engine.close();
    expect(fault).toMatchObject({ code: 'file-changed', place: { file: 'b.csv' } });
  });
});

describe('what the system refuses', () => {
  it('a file that may not be read is a fault with its place', () => {
    const folder = sourceSet({ 'a.csv': lines(row) });
    chmodSync(join(folder, 'a.csv'), 0);
    const of = { folder, out: set.temporaryFolder(), work: set.temporaryFolder() };
    const isRoot = process.getuid?.() === 0;
    // Root may read everything; another user, who has to be let into the folders, may not.
    for (const path of [folder, of.out, of.work]) if (isRoot) chmodSync(path, 0o777);
    const run = spawnSync(process.execPath, argsOf(of), {
      encoding: 'utf8',
      ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    });
    expect(run.stderr).toMatch(/a\.csv: .*not permitted\nRemedy: /);
    expect(run.status).toBe(1);
    expect(existsSync(join(of.out, 'latest.json'))).toBe(false);
  });

  it.each(['out', 'work'] as const)(
    'a full disk below --%s is a fault, and what was published stays',
    (full) => {
      const of = {
        folder: sourceSet({ 'a.csv': lines(row) }),
        out: set.temporaryFolder(),
        work: set.temporaryFolder(),
      };
      expect(call(of).status).toBe(0);
      const before = set.fingerprint(of.out);
      writeFileSync(join(of.folder, 'a.csv'), lines(row, other));
      // A limit on the size of every file that is written stands for the end of the disk: 1 KB, then nothing more.
      const limit = full === 'out' ? 4 : 1;
      const shell = `ulimit -f ${limit}; exec "$0" "$@"`;
      const run = spawnSync('bash', ['-c', shell, process.execPath, ...argsOf(of)], { encoding: 'utf8' });
      expect(run.stderr).toMatch(/disk is full[^\n]*\nRemedy: /i);
      expect(run.status).toBe(1);
      expect(set.fingerprint(of.out)).toBe(before);
      expect(readdirSync(of.out).filter((name) => name.startsWith('.'))).toEqual([]);
      expect(call(of).status).toBe(0);
    },
  );
});

describe('a wrong clock', () => {
  const at = (date: string) => ({ NODE_OPTIONS: clockOf(date) });

  it('leaves no trace in a release, and one that is set back takes nothing old for new', () => {
    const folder = sourceSet({ 'a.csv': lines(row) });
    const fresh = (): Call => ({ folder, out: set.temporaryFolder(), work: set.temporaryFolder() });
    const [right, ahead] = [fresh(), fresh()];
    expect(call(right).status).toBe(0);
    expect(call(ahead, at('2099-02-03T04:05:06Z')).status).toBe(0);
    expect(set.fingerprint(ahead.out)).toBe(set.fingerprint(right.out));
    // What was kept says that it was made in 2099, and the file that is newer says 1999.
    writeFileSync(join(folder, 'a.csv'), lines(row, other));
    const past = new Date('1999-12-31T23:59:50Z');
    utimesSync(join(folder, 'a.csv'), past, past);
    expect(call(right).status).toBe(0);
    expect(call(ahead, at('1999-12-31T23:59:55Z')).status).toBe(0);
    expect(intactRelease(ahead.out).folder.split('/').at(-1)).toBe(
      intactRelease(right.out).folder.split('/').at(-1),
    );
    expect(set.fingerprint(ahead.out)).toBe(set.fingerprint(right.out));
  });
});

describe('two ingests at once', () => {
  it('one publishes, the other says who is writing; nothing is mixed', async () => {
    const of = {
      folder: sourceSet({ 'a.csv': lines(row) }),
      out: set.temporaryFolder(),
      work: set.temporaryFolder(),
    };
    const runs = [0, 1].map(() => spawn(process.execPath, argsOf(of), { stdio: ['ignore', 'pipe', 'pipe'] }));
    const ends = await Promise.all(
      runs.map(async (run) => {
        let text = '';
        run.stderr.on('data', (chunk) => {
          text += chunk;
        });
        const [status] = await once(run, 'close');
        return { status, text };
      }),
    );
    const statuses = ends.map(({ status }) => status).sort();
    // Both may go through when the machine runs one after the other.
    expect([
      [0, 0],
      [0, 1],
    ]).toContainEqual(statuses);
    for (const { status, text } of ends) if (status === 1) expect(text).toMatch(/Remedy/);
    expect(intactRelease(of.out).manifest.sources).toHaveLength(1);
  });
});

describe('a kill', () => {
  /** `DINAMIKA_KILLS` tries another number of moments. */
  const kills = Math.max(8, Number(process.env.DINAMIKA_KILLS ?? 50));
  /** Runs of two work folders side by side: neither waits for the other. */
  const lanes = 2;

  it(`at ${kills} moments leaves the public folder wholly old or wholly new, and the next run works`, {
    timeout: 600_000,
  }, async () => {
    const folder = sourceSet({ 'a.csv': lines(row) });
    const first = set.temporaryFolder();
    const old = set.temporaryFolder();
    expect(call({ folder, out: old, work: first }).status).toBe(0);
    const oldRelease = intactRelease(old).folder.split('/').at(-1);
    writeFileSync(join(folder, 'a.csv'), lines(row, other));
    let seed = 20261122;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    // Every moment of a run, and more of them near its end, where files are swapped.
    const moments = Array.from({ length: kills }, (_, i) => (i % 2 ? random() : 0.6 + random() * 0.5));
    const seen = { old: 0, new: 0, late: 0 };
    const start = (of: Call) => {
      const run = spawn(process.execPath, argsOf(of), { stdio: 'ignore' });
      return { run, ended: once(run, 'close') };
    };

    /** @returns how long the run took where the kill came after its end, undefined where it came in time */
    const killed = async (of: Call, moment: number, newRelease: string | undefined) => {
      const began = performance.now();
      const { run, ended } = start(of);
      await Promise.race([wait(moment), ended]);
      const took = run.exitCode === null ? undefined : performance.now() - began;
      if (took === undefined) run.kill('SIGKILL');
      else seen.late++;
      await ended;
      const name = intactRelease(of.out).folder.split('/').at(-1);
      expect([oldRelease, newRelease]).toContain(name);
      seen[name === oldRelease ? 'old' : 'new']++;
      const visible = readdirSync(of.out).filter((entry) => !/^\.|^latest\.json$/.test(entry));
      for (const release of visible) expect(damagedFiles(join(of.out, release)), release).toEqual([]);
      return took;
    };

    const works = async (of: Call, newRelease: string | undefined) => {
      const { run, ended } = start(of);
      await ended;
      expect(run.exitCode).toBe(0);
      expect(intactRelease(of.out).folder.split('/').at(-1)).toBe(newRelease);
      expect(readdirSync(of.out).filter((entry) => entry.startsWith('.'))).toEqual([]);
      expect(readdirSync(of.work).filter((entry) => /^\.(tmp|read-|lock)/.test(entry))).toEqual([]);
    };

    const lane = async (number: number) => {
      const work = join(set.temporaryFolder(), 'work');
      cpSync(first, work, { recursive: true });
      const fresh = () => {
        const out = join(set.temporaryFolder(), 'out');
        cpSync(old, out, { recursive: true });
        return { folder, out, work };
      };
      const of = fresh();
      const began = performance.now();
      const { ended } = start(of);
      await ended;
      let whole = performance.now() - began;
      const newRelease = intactRelease(of.out).folder.split('/').at(-1);
      const own = moments.filter((_, i) => Math.floor(i / 2) % lanes === number);
      for (const [i, moment] of own.entries()) {
        let target = fresh();
        // The machine may be faster now than it was: a moment inside a run is tried again by the time that runs take.
        for (let tries = 0; tries < 3; tries++) {
          const took = await killed(target, whole * moment, newRelease);
          if (took === undefined || moment >= 1) break;
          whole = took;
          target = fresh();
        }
        if (i % 10 === 9 || i === own.length - 1) await works(target, newRelease);
      }
      return newRelease;
    };
    const made = await Promise.all(Array.from({ length: lanes }, (_, i) => lane(i)));
    expect(made[0]).not.toBe(oldRelease);
    expect(new Set(made).size).toBe(1);
    // Kills that came too late or all before the work began would show nothing.
    const inTime = seen.old + seen.new - seen.late;
    if (process.env.DINAMIKA_KILLS !== undefined) console.info(JSON.stringify({ kills, inTime, ...seen }));
    expect(seen.old).toBeGreaterThan(kills / 10);
    expect(inTime).toBeGreaterThan(kills / 2);
  });
});
