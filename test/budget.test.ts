import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { pageBudgets, sharedBudgets } from '../src/cli/doctor/budgets.ts';
import { demoFolder as site } from '../src/cli/start.ts';

/**
 * Each is a choice: made for the field, maintained, licence fit. A new one is added here on purpose, with its reason in
 * the commit.
 */
const dependencies = [
  '@codemirror/autocomplete',
  '@codemirror/commands',
  '@codemirror/lang-sql',
  '@codemirror/language',
  '@codemirror/state',
  '@codemirror/view',
  '@duckdb/duckdb-wasm',
  '@duckdb/node-api',
  '@fontsource/golos-text',
  '@lezer/highlight',
  '@observablehq/plot',
  '@resvg/resvg-js',
  '@uwdata/flechette',
  'astro',
  'docx',
  'esbuild',
  'highs',
  'linkedom',
  'minisearch',
  'papaparse',
  'saxes',
  'sirv',
  'topojson-client',
  'topojson-server',
  'topojson-simplify',
  'write-excel-file',
  'yauzl',
  'yazl',
  'zod',
];

describe('dependencies', () => {
  it('are the ones that were chosen', () => {
    expect(Object.keys(packageJson.dependencies).sort()).toEqual(dependencies);
  });

  it('are pinned to one version each', () => {
    const all = {
      ...packageJson.dependencies,
      ...packageJson.devDependencies,
      ...packageJson.optionalDependencies,
    };
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('keep the browser engine at the last release with Parquet inside', () => {
    expect(packageJson.dependencies['@duckdb/duckdb-wasm']).toBe('1.28.0');
  });

  it('come from the registry alone: the lock names no other address', () => {
    const lock = readFileSync('package-lock.json', 'utf8');
    expect(lock.match(/"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/g)).toBeNull();
    expect(lock.match(/git\+|github:/g)).toBeNull();
  });
});

describe('the demo set', () => {
  it('stays under 8 MB', () => {
    const bytes = globSync('data/demo/**/*', { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
    expect(bytes).toBeLessThan(8_000_000);
    expect(bytes).toBeGreaterThan(1_000_000);
  });
});

/** All that a phone loads for a school: the page, the style sheet and the typeface. */
describe.skipIf(!existsSync(join(site, 'index.html')))('a school’s page with all that belongs to it', () => {
  it('takes at most 45 KB gzip, the largest school of the region', () => {
    const bytes = (pattern: string, size: (path: string) => number) =>
      globSync(pattern, { cwd: site }).map((path) => size(join(site, path)));
    const packed = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;
    const pages = bytes('schools/*/index.html', packed);
    const fonts = bytes('_astro/golos-{cyrillic,latin}*.woff2', (path) => readFileSync(path).length);
    const all = [Math.max(...pages), ...bytes('_astro/Page*.css', packed), ...fonts];
    expect(all.length).toBeGreaterThanOrEqual(4);
    expect(all.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThanOrEqual(45);
  });
});

// npm test builds the demo site first.
describe.skipIf(!existsSync(join(site, 'index.html')))('bytes of the built site', () => {
  it.each(Object.entries({ ...pageBudgets, ...sharedBudgets }))(
    '%s: at most %i KB gzip each',
    (pattern, budget) => {
      const sizes = globSync(pattern, { cwd: site }).map(
        (path) => gzipSync(readFileSync(join(site, path))).length,
      );
      expect(sizes.length).toBeGreaterThan(0);
      expect(Math.max(...sizes) / 1024).toBeLessThanOrEqual(budget);
    },
  );
});
