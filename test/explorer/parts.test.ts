import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { explorerChart } from '../../src/explorer/chart.ts';
import type { ExplorerConfig } from '../../src/explorer/config.ts';
import { isConstrained, once } from '../../src/explorer/engine.ts';
import { Latest } from '../../src/explorer/latest.ts';
import type { RateRow } from '../../src/explorer/queries.ts';
import { ratesTable, tableCaption } from '../../src/explorer/table.ts';
import { type ExplorerMessages, fill } from '../../src/i18n/explorer-messages.ts';

const table = {
  schools: 'schools: {view}',
  municipalities: 'municipalities: {view}',
  school: 'school',
  municipality: 'municipality',
  hidden: 'few',
  absent: '—',
};

const config: ExplorerConfig = {
  base: '/data/',
  latest: { release: 'r1', manifest_sha256: '' },
  engineFiles: {
    tables: { url: '/explore/tables/', manifest: { files: [] } },
    boundaries: { url: '/data/r1/', manifest: { files: [] } },
  },
  lang: 'en',
  region: 'Region',
  municipalities: [{ id: 'm1', name: 'Lakeside' }],
  offers: {},
  options: { subjects: {}, grades: {} },
  threshold: 0.3,
  minParticipants: 10,
  messages: { table } as ExplorerMessages,
  methodology: 'm',
  views: {} as ExplorerConfig['views'],
  traits: {} as ExplorerConfig['traits'],
  schoolPages: '/schools/',
  works: '/explore/works/',
};

const rate = (
  entity_id: string,
  name: string,
  year: number,
  total: number,
  low: number | null,
  high = low,
): RateRow => ({
  entity_id,
  name,
  year,
  participants_low: total,
  participants_high: total,
  below_threshold_low: low,
  below_threshold_high: high,
});

test('the table has a line per school and says why a cell has no number', () => {
  const { document } = parseHTML('<html></html>');
  const rows = [
    rate('s1', 'One', 2023, 20, 5),
    rate('s1', 'One', 2024, 40, 1, 2),
    rate('s2', 'One', 2024, 9, 3),
    rate('s4', 'No. 10', 2024, 50, null),
    rate('s3', '<b>No. 9', 2024, 50, null),
  ];
  const made = ratesTable(rows, 'schools', config, document);
  const lines = [...made.querySelectorAll('tr')].map((line) =>
    [...line.children].map((cell) => cell.textContent),
  );
  expect(lines).toEqual([
    ['school', '2023', '2024'],
    ['<b>No. 9', '—', 'few'],
    ['No. 10', '—', 'few'],
    ['One', '25%', '3–5%'],
    ['One', '—', 'few'],
  ]);
  expect(tableCaption({ of: 'schools', view: 'mathematics' }, config)).toBe('schools: mathematics');
  expect(made.querySelector('caption')).toBeNull();
  expect(made.querySelectorAll('th[lang=ru]')).toHaveLength(4);
  expect(made.querySelectorAll('tbody th[scope=row]')).toHaveLength(4);
});

test('the chart puts the chosen municipality first and names it', () => {
  const { document } = parseHTML('<html></html>');
  const row = {
    year: 2024,
    procedure: 'vpr',
    subject: 'mathematics',
    grade: 4,
    session: 'spring',
    comparability: 'g1',
    protection: 'none',
    participants_low: 100,
    participants_high: 100,
    below_threshold_low: 20,
    below_threshold_high: 20,
    mark_2_low: null,
    mark_2_high: null,
    mark_3_low: null,
    mark_3_high: null,
    mark_4_low: null,
    mark_4_high: null,
    mark_5_low: null,
    mark_5_high: null,
    score_mean: null,
  } as const;
  const region = { ...row, level: 'region', entity_id: 'r' } as const;
  const municipality = { ...row, level: 'municipality', entity_id: 'm1' } as const;
  const svg = explorerChart([municipality, region], config, document, 600);
  expect(svg.getAttribute('aria-label')).toContain('Lakeside');
  expect(svg.textContent).toContain('Region');
  expect(explorerChart([region], config, document, 600).getAttribute('aria-label')).toContain('Region');
});

test('only the newest request answers, whatever the order of the answers', async () => {
  const latest = new Latest();
  const ends: (() => void)[] = [];
  const ask = (name: string) =>
    latest.run((signal) => new Promise<string>((end) => ends.push(() => end(`${name} ${signal.aborted}`))));
  const answers = [ask('a'), ask('b'), ask('c')];
  for (const end of ends.toReversed()) end();
  expect(await Promise.all(answers)).toEqual([undefined, undefined, 'c false']);
});

test('the failure of an older request is not shown, that of the newest is', async () => {
  const latest = new Latest();
  const older = latest.run(() => Promise.reject(new Error('older')));
  const newest = latest.run(() => Promise.reject(new Error('newest')));
  expect(await older).toBeUndefined();
  await expect(newest).rejects.toThrow('newest');
});

test('the engine is loaded once, and again only after it failed or was ended', async () => {
  let calls = 0;
  const load = once(async (): Promise<{ calls: number; ended: boolean }> => {
    calls++;
    if (calls === 1) throw new Error('no network');
    return { calls, ended: false };
  });
  await expect(Promise.all([load(), load()])).rejects.toThrow('no network');
  const [one, other] = await Promise.all([load(), load()]);
  expect(other).toBe(one);
  one.ended = true;
  expect(await load()).toEqual({ calls: 3, ended: false });
});

test('a device short of memory or data is asked first', () => {
  expect(isConstrained({})).toBe(false);
  expect(isConstrained({ deviceMemory: 0.5 })).toBe(true);
  expect(isConstrained({ deviceMemory: 8, connection: { saveData: true } })).toBe(true);
});

test('a mark that nothing fills stays visible', () => {
  expect(fill('{rows} of {total}', { rows: 0 })).toBe('0 of {total}');
});
