import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { lastRun } from '../../src/cli/run-log.ts';
import { swap, sweepBeside } from '../../src/cli/swap.ts';
import { fingerprint, folderWith, lines, other, row, run, sourceSet, temporaryFolder } from '../support.ts';
import { clockOf } from './clock.ts';

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

const dead = 2 ** 22 + 7;
const read = (folder: string) => readFileSync(join(folder, 'dinamika-site.json'), 'utf8');
const siteOf = (release: string) => folderWith({ 'dinamika-site.json': release });

describe('a build killed between its two renamings', () => {
  it('is mended by the next one: the site that it put aside comes back', () => {
    const root = temporaryFolder();
    const out = join(root, 'dist');
    renameSync(siteOf('a'), `${out}.old-${dead}`);
    renameSync(siteOf('half'), `${out}.tmp-${dead}`);
    sweepBeside(out);
    expect(read(out)).toBe('a');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('after the second one keeps the new site', () => {
    const root = temporaryFolder();
    const out = join(root, 'dist');
    renameSync(siteOf('b'), out);
    renameSync(siteOf('a'), `${out}.old-${dead}`);
    sweepBeside(out);
    expect(read(out)).toBe('b');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('what a living build has beside it is left alone', () => {
    const root = temporaryFolder();
    const out = join(root, 'dist');
    renameSync(siteOf('a'), out);
    renameSync(siteOf('b'), `${out}.tmp-${process.ppid}`);
    sweepBeside(out);
    expect(readdirSync(root).sort()).toEqual(['dist', `dist.tmp-${process.ppid}`]);
    renameSync(`${out}.tmp-${process.ppid}`, `${out}.tmp-${process.pid}`);
    swap(`${out}.tmp-${process.pid}`, out);
    expect(read(out)).toBe('b');
  });
});

/** Whether a small file system can be mounted here without being asked for a password. */
const canMount =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt']).status === 0;

describe('a build of the whole site', () => {
  const kills = Number(process.env.DINAMIKA_KILLS ?? 6);
  const root = temporaryFolder();
  const [data, out] = [join(root, 'data'), join(root, 'site', 'dist')];
  const args = (target = out) => ['scripts/build.ts', '--data', data, '--out', target, '--lang', 'en'];
  const options = (date?: string) => ({
    encoding: 'utf8' as const,
    env: {
      ...process.env,
      DINAMIKA_LOGS: join(root, 'logs'),
      ...(date === undefined ? {} : { NODE_OPTIONS: clockOf(date) }),
    },
  });
  const beside = () => readdirSync(dirname(out));
  let first: string;
  let whole: number;
  let print: string;

  beforeAll(async () => {
    ({ release: first } = await run(sourceSet({ 'a.csv': lines(row) }), { preset: 'public', out: data }));
    const start = performance.now();
    const built = spawnSync(process.execPath, args(), options('1999-12-31T23:59:50Z'));
    expect(built.stderr).toBe('');
    whole = performance.now() - start;
    print = fingerprint(out);
  }, 300_000);

  it('that finds no room says so and leaves the site that was there', { timeout: 120_000 }, () => {
    // A limit on the size of every file that is written stands for the end of the disk.
    const shell = 'ulimit -f 2000; exec "$0" "$@"';
    const built = spawnSync('bash', ['-c', shell, process.execPath, ...args()], options());
    expect(built.stderr).toMatch(/: the disk is full\nRemedy: /);
    expect(built.status).toBe(1);
    expect(fingerprint(out)).toBe(print);
    expect(beside()).toEqual(['dist']);
    expect(lastRun('build', join(root, 'logs'))).toMatchObject({ exit: 1, fault: 'disk-full' });
  });

  it.skipIf(!canMount)(
    'onto a small disk fills it, says so and takes away what it wrote',
    {
      timeout: 120_000,
    },
    () => {
      const small = join(root, 'small');
      mkdirSync(small);
      const shell = `mount -t tmpfs -o size=8m none ${small} && "$0" "$@"; echo $?; ls ${small}`;
      const of = args(join(small, 'dist'));
      const built = spawnSync('unshare', ['-rm', 'sh', '-c', shell, process.execPath, ...of], options());
      expect(built.stderr).toMatch(/small\/dist\S*: the disk is full\nRemedy: /);
      expect(built.stdout.trim().split('\n').at(-1)).toBe('1');
    },
  );

  it('where nothing may be written ends before any work', () => {
    const built = spawnSync(process.execPath, args('/sys/dist'), options());
    expect(built.stderr).toMatch(/^\/sys\/dist\S*: reading or writing is not permitted\nRemedy: /);
    expect(built.status).toBe(1);
    expect(built.stdout).not.toContain('building the site');
  });

  it('beside another is refused by name; a clock a hundred years ahead gives the same bytes', {
    timeout: 300_000,
  }, async () => {
    const build = spawn(process.execPath, args(), { ...options('2099-02-03T04:05:06Z'), stdio: 'ignore' });
    const ended = once(build, 'close');
    while (!existsSync(`${out}.lock`) && build.exitCode === null) await wait(20);
    const second = spawnSync(process.execPath, args(), options());
    expect(second.stderr).toContain(`another run is writing into this folder (process ${build.pid})`);
    expect(second.status).toBe(1);
    expect(await ended).toEqual([0, null]);
    expect(fingerprint(out)).toBe(print);
    expect(beside()).toEqual(['dist']);
    const { exit, stages, made } = lastRun('build', join(root, 'logs')) ?? {};
    expect([exit, made?.release]).toEqual([0, first]);
    expect(made?.pages).toBeGreaterThan(100);
    expect(stages?.map(({ stage, of = '' }) => `${of}/${stage}`)).toEqual(
      expect.arrayContaining(['build/pages', 'build/charts', 'build/offline', '/build']),
    );
  });

  it(`killed at ${kills} moments leaves the site that was there, and the next one finishes`, {
    timeout: 1_800_000,
  }, async () => {
    const next = sourceSet({ 'a.csv': lines(row, other) });
    const { release: second } = await run(next, { preset: 'public', out: data });
    let seed = Number(process.env.DINAMIKA_SEED ?? 20261128);
    const seen: Record<string, number> = {};
    for (let i = 0; i < kills; i++) {
      seed = (seed * 48271) % 2147483647;
      const build = spawn(process.execPath, args(), { ...options(), stdio: 'ignore' });
      const ended = once(build, 'close');
      // Every moment of a run, and more of them near its end, where folders are swapped.
      const share = seed / 2147483647;
      const moment = i % 2 === 0 ? share : 0.6 + share * 0.5;
      await Promise.race([wait(moment * whole), ended]);
      build.kill('SIGKILL');
      await ended;
      const aside = beside().find((name) => name.startsWith('dist.old-'));
      const stands = existsSync(out) ? out : join(dirname(out), aside ?? 'nothing');
      const { release } = JSON.parse(read(stands)) as { release: string };
      expect([first, second]).toContain(release);
      // Every page of it is of that one release.
      const page = readFileSync(join(stands, 'index.html'), 'utf8');
      expect(page).toContain(`data-release="${release}"`);
      const end = build.exitCode === 0 ? 'ended' : release === first ? 'old' : 'new';
      seen[end] = (seen[end] ?? 0) + 1;
    }
    // Kills that all came too late would show nothing.
    expect(seen.ended ?? 0).toBeLessThan(kills);
    if (kills > 2) console.info(JSON.stringify({ kills, ...seen }));
    expect(spawnSync(process.execPath, args(), options()).status).toBe(0);
    expect(JSON.parse(read(out)).release).toBe(second);
    expect(beside()).toEqual(['dist']);
  });
});
