import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forbidden, isAllowed, lockEntries, lockedPackages } from '../src/cli/licences.ts';
import { folderWith } from './support.ts';

describe('the lock', () => {
  const entries = lockEntries();

  it('fixes the bytes of every package', () => {
    expect(entries.length).toBeGreaterThan(400);
    const loose = entries.filter(
      ([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''),
    );
    expect(loose.map(([folder]) => folder)).toEqual([]);
  });

  it('takes nothing from a folder or an address of its own', () => {
    const odd = entries.filter(
      ([, { link, resolved = 'https://registry.npmjs.org/' }]) =>
        link || !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(odd.map(([folder]) => folder)).toEqual([]);
  });

  it('needs no script of a package at its installation: the one that has one brings its program as a package', () => {
    expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('ignore-scripts=true');
    const scripted = entries.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripted.map(([folder]) => folder)).toEqual(['node_modules/esbuild']);
    const platforms = entries.filter(([folder]) => folder.startsWith('node_modules/@esbuild/'));
    expect(platforms.map(([folder]) => folder)).toContain('node_modules/@esbuild/linux-x64');
  });

  it('does not grow unnoticed', () => {
    // What is installed on Linux on a usual machine by an operator, who takes no tools of development.
    const elsewhere =
      /darwin|win32|android|freebsd|openbsd|netbsd|sunos|openharmony|aix|wasm32|wasi|musl|arm|ppc64|riscv|s390|ia32|mips|loong/;
    const own = lockedPackages().filter(({ name, dev }) => !dev && !elsewhere.test(name));
    expect(own.length).toBeLessThanOrEqual(345);
  });
});

describe('licences', () => {
  it('of every package allow what a public site does with it', () => {
    expect(forbidden(lockedPackages())).toEqual([]);
  });

  it('that ask for more, or are not stated, are found', () => {
    const lock = (license?: string) =>
      join(
        folderWith({
          'lock.json': JSON.stringify({
            packages: { '': {}, 'node_modules/@a/b/node_modules/odd': { version: '1.0.0', license } },
          }),
        }),
        'lock.json',
      );
    for (const license of ['GPL-3.0-only', 'LGPL-3.0-or-later', undefined, 'SEE LICENSE IN x', 'BUSL-1.1'])
      expect(forbidden(lockedPackages(lock(license))), license).toMatchObject([{ name: 'odd' }]);
    expect(forbidden(lockedPackages(lock('(MIT OR GPL-3.0-only)')))).toEqual([]);
  });

  it.each([
    ['MIT AND Zlib', true],
    ['MIT AND GPL-2.0-only', false],
    ['GPL-2.0-only OR ISC', true],
    ['Apache-2.0 WITH LLVM-exception', false],
    ['MIT AND GPL-2.0-only OR ISC', false],
  ])('%s: %s', (expression, answer) => {
    expect(isAllowed(expression)).toBe(answer);
  });

  it('stand in the bill of materials that npm makes of the lock', () => {
    const { stdout, status } = spawnSync(
      'npm',
      ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'],
      { encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    expect(status).toBe(0);
    const bill = JSON.parse(stdout) as {
      bomFormat: string;
      components: { name: string; version: string; hashes?: { alg: string }[]; licenses?: unknown[] }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const parts = new Map(bill.components.map((part) => [`${part.name}@${part.version}`, part]));
    for (const name of ['@duckdb/duckdb-wasm@1.28.0', 'astro@7.2.10', 'linkedom@0.18.12'])
      expect(parts.get(name), name).toMatchObject({ hashes: [{ alg: 'SHA-512' }] });
    expect(parts.get('astro@7.2.10')?.licenses).toEqual([{ license: { id: 'MIT' } }]);
    expect([...parts.keys()].some((name) => name.startsWith('knip@'))).toBe(false);
  });
});
