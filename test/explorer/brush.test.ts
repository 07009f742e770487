import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { brushed, joined, type School } from '../../src/explorer/brush.ts';
import { lowShare, mapFigure } from '../../src/explorer/figures.ts';
import type { SchoolFacts } from '../../src/explorer/school-queries.ts';
import { noTraits, type Traits } from '../../src/explorer/traits.ts';
import { viewMessages } from '../../src/i18n/pages-views.ts';

const ids = (schools: readonly School[]) => schools.map(({ school_id }) => school_id);

const school = (values: Partial<School>): School =>
  ({
    school_id: 's',
    state: 'not-identified',
    share: null,
    change: null,
    wellbeing: null,
    ...values,
  }) as School;

describe('brushing', () => {
  const schools = [
    school({ school_id: 'a', share: { low: 0.3, high: 0.3 }, wellbeing: 40 }),
    school({
      school_id: 'b',
      share: { low: 0.1, high: 0.2 },
      wellbeing: 60,
      change: { low: -0.1, high: -0.1, year: 2024, verdict: 'improved' },
    }),
    school({ school_id: 'c' }),
  ];
  it('keeps what lies inside, ends included, and leaves out what is not known', () => {
    const traits = { ...noTraits, share: { from: 15, to: 30 } };
    expect(ids(brushed(schools, traits))).toEqual(['a', 'b']);
    expect(ids(brushed(schools, { ...traits, index: { from: 50, to: 70 } }))).toEqual(['b']);
    expect(ids(brushed(schools, { ...traits, index: { from: 50, to: 70 } }, ['index']))).toEqual(['a', 'b']);
    expect(ids(brushed(schools, noTraits))).toEqual(['a', 'b', 'c']);
    expect(ids(brushed(schools, { ...noTraits, status: 'improved' }))).toEqual(['b']);
  });

  it('a school whose count is hidden has no share', () => {
    const facts = {
      school_id: 'x',
      participants_low: 20,
      participants_high: 20,
      below_threshold_low: null,
      below_threshold_high: null,
    };
    const [one] = joined([facts as SchoolFacts], [], 10);
    expect(one?.share).toBeNull();
  });

  it('the share of low schools is a range where one cannot be told', () => {
    const states = [
      'identified',
      'undetermined',
      'not-identified',
      'not-identified',
      'insufficient-data',
      null,
    ] as const;
    expect(lowShare(states.map((state) => school({ state })))).toEqual({ low: 0.25, high: 0.5 });
    expect(lowShare([])).toBeNull();
  });

  it('a status or cluster filter narrows the schools, not the shading of the map', () => {
    const facts = {
      municipality_id: 'm',
      year: 2025,
      cluster: '2' as const,
      longitude: null,
      latitude: null,
    };
    const known = (school_id: string, state: School['state']) => school({ ...facts, school_id, state });
    const schools = [known('a', 'identified'), known('b', 'not-identified'), known('c', 'not-identified')];
    const config = {
      ...{ views: viewMessages('ru'), lang: 'ru' as const, threshold: 0.3 },
      municipalities: [{ id: 'm', name: 'Озёрский район' }],
    };
    const { document } = parseHTML('<!doctype html><body></body>');
    const drawn = (traits: Partial<Traits>) =>
      mapFigure({ schools, traits: { ...noTraits, ...traits }, areas: new Map() }, config, {
        document: document as unknown as Document,
        width: 400,
        lang: 'ru',
      }).svg.outerHTML;
    expect(brushed(schools, { ...noTraits, status: 'identified' })).toHaveLength(1);
    expect(drawn({ status: 'identified' })).toBe(drawn({}));
    expect(drawn({ cluster: '1' })).toBe(drawn({}));
    expect(drawn({})).toContain('33');
  });
});
