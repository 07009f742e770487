import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Manifest, ResultRow } from '../../src/contract/public.ts';
import { change } from '../../src/stats/change.ts';
import { pooledDifference } from '../../src/stats/cochran-mantel-haenszel.ts';
import { autumn, resultRow } from '../charts/rows.ts';

/** The sample release with a table of changes whose intervals hold a scatter of 0.0025 and one of 0.0009. */
const folder = mkdtempSync(join(tmpdir(), 'dinamika-windows-'));
cpSync('test/files/sample-release', folder, { recursive: true });
const release = join(folder, '2025-10-01-5a3e91c2');
const dynamicsRow = (year: number, scatter: number, grade = 6): string => {
  const [before, after] = [
    { count: 12, total: 40 },
    { count: 9, total: 41 },
  ];
  const options = { practicalEffect: 0.03, confidence: 0.95, scatter };
  const { relative, interval } = change({ before, after, shift: 0.01 }, options);
  const place = ['school', 's2', 'vpr', 'mathematics', grade, 'spring', year, year - 1];
  const counts = [40, 40, 12, 12, 41, 41, 9, 9];
  const lenses = [relative, relative, interval.low, interval.high].map((value) => value.toFixed(6));
  return [...place, ...counts, ...lenses].join(',');
};
const columns =
  'level,entity_id,procedure,subject,grade,comparability,year,year_before,participants_before_low,participants_before_high,below_threshold_before_low,below_threshold_before_high,participants_low,participants_high,below_threshold_low,below_threshold_high,relative_low,relative_high,interval_low,interval_high';
writeFileSync(
  join(release, 'dynamics.csv'),
  [columns, dynamicsRow(2024, 9, 0), dynamicsRow(2024, 0.0025), dynamicsRow(2025, 0.0009), ''].join('\n'),
);
const manifestPath = join(release, 'manifest.json');
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
writeFileSync(
  manifestPath,
  JSON.stringify({ ...manifest, files: [...manifest.files, { path: 'dynamics.csv', bytes: 1, sha256: '' }] }),
);

process.env.DINAMIKA_DATA = folder;
const { windowScatter } = await import('../../src/site/scatter.ts');
const { lieOf, schoolWindows, windowsParts } = await import('../../src/site/windows.ts');
const { region } = await import('../../src/site/release.ts');

const counts = (year: number, grade: number, below: number, of: number, more: Partial<ResultRow> = {}) =>
  resultRow(year, below, of, { grade, ...more });
const ofRegion = (year: number, grade: number, below: number) =>
  counts(year, grade, below, 1000, { level: 'region', entity_id: 'r' });
// The region of the sample is replaced: 20, 18 and 15 % below in grade 6, 10 % in grade 7.
region().results.splice(
  0,
  Infinity,
  ...[ofRegion(2023, 6, 200), ofRegion(2024, 6, 180), ofRegion(2025, 6, 150)],
  ...[ofRegion(2023, 7, 100), ofRegion(2024, 7, 100), ofRegion(2025, 7, 100)],
);

const rows = [
  counts(2022, 6, 30, 40, autumn(2022)),
  counts(2023, 6, 12, 40),
  counts(2024, 6, 9, 41),
  counts(2025, 6, 8, 44),
  counts(2023, 7, 5, 25),
  counts(2025, 7, 6, 20),
  // Shown in one of the two years only: not in the window.
  counts(2023, 8, 9, 30),
  resultRow(2025, null, 5, { grade: 8 }),
];
const work = { procedure: 'vpr', subject: 'mathematics', rows } as const;

it('the scatter of cohorts is taken out of the published intervals of single grades, and its mean over the window', () => {
  const own = { procedure: 'vpr', subject: 'mathematics', comparability: 'spring' };
  expect(windowScatter(own, 2023, 2024)).toBeCloseTo(0.0025, 5);
  expect(windowScatter(own, 2024, 2025)).toBeCloseTo(0.0009, 5);
  expect(windowScatter(own, 2023, 2025)).toBeCloseTo(0.0017, 5);
  expect(windowScatter({ ...own, subject: 'russian' }, 2023, 2025)).toBe(0);
});

it('a window takes the grades that are shown in its first and last year, and compares with the region’s same grades', () => {
  const [only, ...others] = schoolWindows({ ...work, rows });
  expect(others).toEqual([]);
  expect(only).toMatchObject({ from: 2023, to: 2025, grades: [6, 7] });
  expect(only?.oval.level).toBeCloseTo((12 + 9 + 8 + 5 + 6) / (40 + 41 + 44 + 25 + 20), 12);
  expect(only?.region).toBeCloseTo((40 * 0.2 + 41 * 0.18 + 44 * 0.15 + 25 * 0.1 + 20 * 0.1) / 170, 12);
  const pooled = pooledDifference(
    [
      { before: { count: 12, total: 40 }, after: { count: 8, total: 44 }, shift: -0.05 },
      { before: { count: 5, total: 25 }, after: { count: 6, total: 20 }, shift: 0 },
    ],
    0.0017,
  );
  expect(only?.oval.change).toBeCloseTo(pooled.estimate, 12);
  expect(Math.sqrt(only?.oval.shape[2] ?? 0)).toBeCloseTo(Math.sqrt(-2 * Math.log(0.05)) * pooled.error, 4);
});

it('years on two sides of a break, fewer than three years apart, or of hidden totals make no window', () => {
  expect(schoolWindows({ ...work, rows: rows.filter(({ year }) => year !== 2023) })).toEqual([]);
  const ranged = rows.map((row) => ({ ...row, participants_high: row.participants_high + 4 }));
  expect(schoolWindows({ ...work, rows: ranged })).toEqual([]);
});

it('an ellipse is below the line of no change only with its whole height', () => {
  const oval = {
    level: 0.2,
    change: -0.1,
    levelRange: { low: 0.2, high: 0.2 },
    changeRange: { low: -0.1, high: -0.1 },
  };
  expect(lieOf({ ...oval, shape: [0.01, 0, 0.0099] })).toBe('below');
  expect(lieOf({ ...oval, shape: [0.01, 0, 0.0101] })).toBe('across');
  expect(lieOf({ ...oval, change: 0.1, shape: [0.01, 0, 0.0099] })).toBe('above');
});

it.each([
  [
    'ru',
    'За 2023–2025 годы порог не преодолели 24 % участников, в регионе в тех же классах — 16 %. Если вычесть то, как сдвинулся весь регион, доля изменилась так: −1 п. п. Овал пересекает',
  ],
  [
    'en',
    'Over 2023–2025, 24% of participants stayed below the threshold; in the region, in the same grades, 16%. Less what the whole region moved, the share changed by −1 pp. The oval crosses',
  ],
] as const)('says it in words (%s), and the picture says the numbers of its table', (lang, text) => {
  const [part] = windowsParts(rows, lang);
  expect(part?.sentence.replaceAll('\u00a0', ' ')).toContain(text);
  const label = /aria-label="([^"]*)"/.exec(part?.svg ?? '')?.[1] ?? '';
  const [level = '', , moved = ''] = part?.lines[0]?.cells ?? [];
  for (const cell of [part?.lines[0]?.name ?? '?', level, moved]) expect(label).toContain(cell);
});
