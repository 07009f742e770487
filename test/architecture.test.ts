import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms of src a room may import, beside itself. What is not listed is forbidden. */
const allowed: Record<string, string[]> = {
  contract: [],
  stats: [],
  ingest: ['contract', 'stats'],
  canonical: ['contract', 'stats'],
  protect: ['contract', 'stats'],
  indicators: ['contract', 'stats'],
  publish: ['contract', 'stats'],
  query: ['contract'],
  audit: ['contract', 'query'],
  i18n: ['contract', 'stats'],
  charts: ['contract', 'stats', 'i18n'],
  site: ['contract', 'stats', 'i18n', 'charts', 'embeds', 'explorer'],
  components: ['contract', 'stats', 'i18n', 'charts', 'embeds', 'offline', 'site'],
  layouts: ['contract', 'i18n', 'site', 'components', 'styles'],
  pages: [
    'contract',
    'stats',
    'i18n',
    'charts',
    'site',
    'components',
    'layouts',
    'embeds',
    'explorer',
    'indicators',
    'offline',
  ],
  explorer: ['contract', 'stats', 'i18n', 'charts', 'query', 'indicators', 'ingest'],
  embeds: ['contract', 'i18n', 'charts'],
  offline: ['contract', 'i18n'],
  hub: ['contract', 'i18n', 'site'],
  demo: ['contract', 'stats'],
  cli: [
    'contract',
    'stats',
    'ingest',
    'canonical',
    'protect',
    'indicators',
    'publish',
    'query',
    'audit',
    'i18n',
    'hub',
    'offline',
    'embeds',
    'site',
  ],
  styles: [],
};

/** Rooms that run in the browser: nothing of Node may be imported there. */
const browserRooms = ['charts', 'contract', 'embeds', 'explorer', 'i18n', 'offline', 'stats'];

interface Import {
  file: string;
  from: string;
  target: string;
}

const files = globSync('{src,scripts,test}/**/*.{ts,astro}').sort();

const importsOf = (file: string): Import[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => ({
    file,
    from: file.split('/')[1] ?? '',
    target: target ?? '',
  }));

const roomOf = ({ file, target }: Import): string | undefined => {
  if (!target.startsWith('.')) return undefined;
  const path = normalize(join(dirname(file), target));
  return path.startsWith('src/') ? path.split('/')[1] : undefined;
};

const sourceImports = files.filter((file) => file.startsWith('src/')).flatMap(importsOf);

describe('import directions', () => {
  it('walks a real tree', () => {
    expect(sourceImports.length).toBeGreaterThan(100);
  });

  it('every folder of src is a room with rules and a note', () => {
    const rooms = new Set(files.filter((file) => file.startsWith('src/')).map((file) => file.split('/')[1]));
    expect([...rooms].filter((room) => room === undefined || !(room in allowed))).toEqual([]);
    const notes = new Set(globSync('src/*/{,_}README.md').map((note) => note.split('/')[1]));
    expect([...rooms].filter((room) => !notes.has(room ?? ''))).toEqual([]);
  });

  it('no room imports a room that it may not', () => {
    const wrong = sourceImports.filter((each) => {
      const room = roomOf(each);
      return room !== undefined && room !== each.from && !allowed[each.from]?.includes(room);
    });
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('nothing of Node reaches rooms that run in the browser', () => {
    const wrong = sourceImports.filter(
      ({ from, target }) => browserRooms.includes(from) && target.startsWith('node:'),
    );
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('what the explorer shares with the ingest needs nothing of Node, however far its imports reach', () => {
    const runs = (file: string) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gms,
        ),
      ].map(([, fixed, late]) => fixed ?? late ?? '');
    const reached = new Set(globSync('src/explorer/own-data/*.ts'));
    const packages = new Set<string>();
    for (const file of reached) {
      for (const target of runs(file)) {
        if (target.startsWith('.')) reached.add(normalize(join(dirname(file), target)));
        else packages.add(target);
      }
    }
    expect([...reached].filter((file) => file.startsWith('src/ingest/')).length).toBeGreaterThan(20);
    expect([...packages].sort()).toEqual(['papaparse', 'saxes']);
  });

  it('src never imports scripts or test', () => {
    const wrong = sourceImports.filter(({ target }) => /^(\.\.\/)+(scripts|test)\//.test(target));
    expect(wrong).toEqual([]);
  });

  it('indicators hold SELECT statements only, one each', () => {
    for (const file of globSync('src/indicators/*.sql')) {
      const sql = readFileSync(file, 'utf8')
        .replace(/^--.*$/gm, '')
        .trim();
      expect(sql, file).toMatch(/^(SELECT|WITH)\b/);
      expect(sql, file).not.toContain(';');
      expect(sql, file).toContain('ORDER BY');
    }
  });
});

describe('what nobody uses', () => {
  it('is not there: files, exports and dependencies; and no imports run in a circle (knip.json)', () => {
    // What it finds is the message: the place and the name of each.
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['node_modules/knip/bin/knip.js', '--no-progress'],
      { encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0', NODE_OPTIONS: '' } },
    );
    expect(`${stdout}${stderr}`.trim()).toBe('');
    expect(status).toBe(0);
  });
});
