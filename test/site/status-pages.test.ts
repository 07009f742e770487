import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formulaText } from '../../src/i18n/pages-indicators.ts';
import { indicators, orderIndicators, otherIndicators } from '../../src/indicators/catalogue.ts';

// The reader takes its folder from the environment when it is first imported.
process.env.DINAMIKA_DATA = 'test/files/sample-release';
const { clusterYear } = await import('../../src/site/cluster-tables.ts');
const { schoolCluster } = await import('../../src/site/clusters.ts');
const { schoolChanges } = await import('../../src/site/changes.ts');
const { basicLines } = await import('../../src/site/basics.ts');
const { headline, latest } = await import('../../src/site/indicator-lines.ts');
const { nameOf, sqlOf } = await import('../../src/site/indicators.ts');
const { positiveLines, latestLines, positiveText } = await import('../../src/site/positive-dynamics.ts');
const { region } = await import('../../src/site/release.ts');

const all = [...orderIndicators, ...otherIndicators, ...indicators];

describe('a release made before clusters', () => {
  it('has no cluster, no year and no change to tell', () => {
    expect(clusterYear()).toBeNull();
    expect(schoolCluster('oz-001')).toBeNull();
    expect(schoolChanges(undefined)).toEqual([]);
  });
});

describe('the catalogue of indicators', () => {
  it('gives every indicator its numerator and denominator in both languages, and its SQL', () => {
    for (const entry of all) {
      expect(formulaText(entry.id, 'ru'), entry.id).toBeDefined();
      expect(formulaText(entry.id, 'en'), entry.id).toBeDefined();
      expect(existsSync(`src/indicators/${entry.sql}.sql`), entry.id).toBe(true);
      expect(sqlOf(entry)).toBe(readFileSync(`src/indicators/${entry.sql}.sql`, 'utf8'));
    }
  });

  it('writes dimensions in words', () => {
    expect(nameOf('vpr russian confirmed', 'ru')).toBe('ВПР, русский язык, подтверждено');
    expect(nameOf('mathematics 5 formal', 'en').replaceAll('\u00a0', ' ')).toBe(
      'mathematics, grade 5, formal',
    );
    expect(nameOf('staff', 'ru')).toBe('кадровый');
    expect(nameOf('', 'ru')).toBe('в целом');
  });
});

it('basic quantities add the grades that are shown, and never scores of several grades', () => {
  const lines = basicLines('fail-rate', region().results);
  const vpr = lines.filter(({ dimension }) => dimension === 'vpr russian');
  expect(vpr.length).toBeGreaterThan(0);
  for (const { numerator, denominator, value } of vpr) {
    if (!value || !numerator || !denominator) continue;
    expect(value.low).toBeCloseTo(numerator.low / denominator.high, 12);
  }
  expect(headline(lines)).toContain('vpr russian');
  expect(latest(lines).every(({ year }) => year > 2000)).toBe(true);
});

describe('positive dynamics', () => {
  const row = (dimension: string, numerator: number, year = 2025) => ({
    indicator_id: 'positive-dynamics-subject',
    year,
    dimension,
    numerator_low: numerator,
    numerator_high: numerator,
    denominator_low: 23,
    denominator_high: 23,
    uncounted: 2,
  });
  const monitoring = [
    row('vpr russian confirmed', 1),
    row('vpr russian formal', 14),
    row('vpr russian formal', 9, 2024),
    row('vpr russian confirmed', 0, 2024),
  ];
  const lines = positiveLines({ clusters: [], dynamics: [], monitoring }, 'subject');

  it('puts both lenses of a work side by side', () => {
    expect(latestLines(lines).map((line) => positiveText(line, 'ru'))).toEqual([
      {
        work: 'ВПР, русский язык',
        years: '2025',
        of: '23',
        formal: '14 (61\u00a0%)',
        confirmed: '1 (4\u00a0%)',
        uncounted: '2',
      },
    ]);
  });

  it('of a municipality are numbers of schools alone', () => {
    expect(lines.map((line) => positiveText(line, 'en', false).formal)).toEqual(['9', '14']);
  });
});
