import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { swap, sweepBeside } from '../../src/cli/swap.ts';
import { folderWith, lines, other, row, run, sourceSet, temporaryFolder } from '../support.ts';

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

describe('a build of the whole site', () => {
  const kills = Number(process.env.DINAMIKA_KILLS ?? 2);
  const args = (data: string, out: string) => [
    'scripts/build.ts',
    '--data',
    data,
    '--out',
    out,
    '--lang',
    'en',
  ];

  it(`killed at ${kills} moments leaves the site that was there, and the next one finishes`, {
    timeout: 1_800_000,
  }, async () => {
    const folder = sourceSet({ 'a.csv': lines(row) });
    const { out: data, release: first } = await run(folder, { preset: 'public' });
    const out = join(temporaryFolder(), 'dist');
    const start = performance.now();
    expect(spawnSync(process.execPath, args(data, out)).status).toBe(0);
    const whole = performance.now() - start;
    const next = sourceSet({ 'a.csv': lines(row, other) });
    const { release: second } = await run(next, { preset: 'public', out: data });
    let seed = 20261128;
    for (let i = 0; i < kills; i++) {
      seed = (seed * 48271) % 2147483647;
      const build = spawn(process.execPath, args(data, out), { stdio: 'ignore' });
      const ended = once(build, 'close');
      await wait((seed / 2147483647) * whole);
      build.kill('SIGKILL');
      await ended;
      const aside = readdirSync(dirname(out)).find((name) => name.startsWith('dist.old-'));
      const stands = existsSync(out) ? out : join(dirname(out), aside ?? 'nothing');
      const { release } = JSON.parse(read(stands)) as { release: string };
      expect([first, second]).toContain(release);
      // Every page of it is of that one release.
      const page = readFileSync(join(stands, 'index.html'), 'utf8');
      expect(page).toContain(`data-release="${release}"`);
    }
    expect(spawnSync(process.execPath, args(data, out)).status).toBe(0);
    expect(JSON.parse(read(out)).release).toBe(second);
    expect(readdirSync(dirname(out))).toEqual(['dist']);
  });
});
