import { describe, expect, it } from 'vitest';
import { clusterText } from '../../src/i18n/pages-clusters.ts';
import { adverseText, markerText } from '../../src/i18n/pages-school-parts.ts';
import type { AdverseFacts, ClusterFacts, UnitFact } from '../../src/i18n/status-facts.ts';
import { russian } from './sentences.cases.ts';

const exact = (value: number) => ({ low: value, high: value });
const unit = (below: number, participants: number, year = 2024, grade = 8): UnitFact => ({
  procedure: 'vpr',
  subject: russian,
  grade,
  year,
  participants: exact(participants),
  below: exact(below),
});
const base: ClusterFacts = {
  year: 2024,
  cluster: '2',
  reasons: [],
  possible: [],
  robustness: { identified: exact(14), settings: 27 },
  breaks: [],
  rule: {
    threshold: 0.3,
    groupThreshold: 0.15,
    sameYear: 2,
    consecutiveYears: 2,
    minimum: 10,
    wellbeingQuartile: 0.25,
  },
};
const told = (facts: Partial<ClusterFacts>, lang: 'ru' | 'en' = 'ru') => {
  const { status, because, also, robustness } = clusterText({ ...base, ...facts }, lang);
  const written = (reasons: typeof because) =>
    reasons.map(({ text, units }) => [text, ...units].join(' | ')).join('\n');
  const parts = { status, because: written(because), also: written(also), robustness };
  return Object.fromEntries(
    Object.entries(parts).map(([key, text]) => [key, text?.replaceAll('\u00a0', ' ')]),
  );
};

describe('the cluster of a school', () => {
  it('two works of one year', () => {
    const reasons = [
      { kind: 'two-procedures' as const, units: [unit(12, 35), unit(14, 38, 2024, 6)] },
      { kind: 'failing-group' as const, units: [unit(12, 35), unit(14, 38, 2024, 6)] },
    ];
    expect(told({ reasons })).toEqual({
      status: 'По итогам 2024 года школа отнесена к кластеру 2: низкие результаты.',
      because:
        'не менее 30 % участников не преодолели порог минимум в двух работах одного года | ВПР, русский язык, 8 класс: 12 из 35 в 2024 году | ВПР, русский язык, 6 класс: 14 из 38 в 2024 году',
      also: '',
      robustness:
        'Устойчивость: при других разумных порогах правила школа была бы в списке школ с низкими результатами в 14 из 27 вариантов.',
    });
    expect(told({ reasons }, 'en').because).toBe(
      'at least 30% of participants were below the threshold in at least two works of one year | VPR, Russian, grade 8: 12 of 35 in 2024 | VPR, Russian, grade 6: 14 of 38 in 2024',
    );
  });

  it('one work two years in a row: its years stand together', () => {
    const reasons = [{ kind: 'two-years' as const, units: [unit(12, 35), unit(11, 30, 2023)] }];
    expect(told({ reasons }).because).toBe(
      'не менее 30 % участников не преодолели порог в одной и той же работе два года подряд | ВПР, русский язык, 8 класс: 11 из 30 в 2023 году и 12 из 35 в 2024 году',
    );
  });

  it('the project comes first, everything else is told too', () => {
    const reasons = [
      { kind: 'programme' as const, programme: '500+' },
      { kind: 'deficit' as const, kinds: ['staff'] },
      { kind: 'low-wellbeing' as const, wellbeing: 38.2 },
      { kind: 'no-prevention' as const },
    ];
    const { because, also } = told({ cluster: '500+', reasons });
    expect(because).toBe('школа участвует в проекте «500+»');
    expect(also).toBe(
      'не устранён ресурсный дефицит: кадровый\nиндекс социального благополучия (38,2) — в нижней четверти региона\nпрофилактика рисков не организована',
    );
  });

  it('risk factors decide cluster 3', () => {
    const reasons = [{ kind: 'deficit' as const, kinds: ['staff', 'financial'] }];
    expect(told({ cluster: '3', reasons, robustness: null }).because).toBe(
      'не устранены ресурсные дефициты: кадровый и финансовый',
    );
    expect(told({ cluster: '3', reasons, robustness: null }, 'en').because).toBe(
      'deficits of resources remain: staff and financial',
    );
  });

  it('insufficient data is not "no low results"', () => {
    const { status, because, robustness } = told({ cluster: 'insufficient-data' });
    expect(status).toContain('Это не значит, что низких результатов нет.');
    expect(because).toBe('Ни в одной работе по русскому языку и математике не было 10 участников и больше.');
    expect(robustness).toBeUndefined();
  });

  it('an undetermined cluster says what is possible', () => {
    const robustness = { identified: { low: 0, high: 12 }, settings: 27 };
    const { because, robustness: firm } = told({
      cluster: 'undetermined',
      possible: ['failing-group'],
      robustness,
    });
    expect(because).toBe('возможны группы неуспевающих: скрытые числа этого не исключают');
    expect(firm).toContain('в 0–12 из 27 вариантов');
  });
});

describe('breaks of a run of years', () => {
  it('are told with the procedure, the years and the cause', () => {
    const breaks = [
      { procedure: 'vpr' as const, code: 'break-in-series' as const, years: [2021, 2023] },
      { procedure: 'oge' as const, code: 'not-held' as const, years: [2021] },
    ];
    const text = (lang: 'ru' | 'en') =>
      clusterText({ ...base, breaks }, lang).breaks?.replaceAll('\u00a0', ' ');
    expect(text('ru')).toBe(
      'Правило «два года подряд» проверено не за все годы, ряд прерван. ВПР, 2021 и 2023 годы: предыдущая работа проходила в других условиях, сравнивать с ней нельзя. ОГЭ, 2021 год: годом раньше процедуру не проводили.',
    );
    expect(text('en')).toContain('OGE, 2021: the procedure was not held the year before.');
    expect(clusterText({ ...base, breaks: [] }, 'ru').breaks).toBeNull();
  });
});

describe('conditions and markers', () => {
  const conditions: AdverseFacts = {
    year: 2025,
    state: 'met',
    wellbeing: 38.2,
    lowestQuartile: true,
    deficitsKnown: true,
    deficits: ['staff', 'material'],
  };

  it('adverse conditions need the index and a deficit', () => {
    expect(adverseText(conditions, 'ru')).toBe(
      'В 2025 году школа работает в неблагоприятных социальных условиях: индекс социального благополучия (38,2) — в нижней четверти региона, и выявлены дефициты ресурсов (кадровый и материально-технический).',
    );
    expect(adverseText({ ...conditions, state: 'not-met' }, 'ru')).toContain('не считаются неблагоприятными');
    expect(adverseText({ ...conditions, state: 'insufficient-data', deficitsKnown: false }, 'en')).toContain(
      'cannot be told',
    );
    expect(adverseText({ ...conditions, lowestQuartile: false }, 'ru')).toBeNull();
  });

  it('a marker names its work and years, and says when it is not sure', () => {
    const marker = {
      marker: 'inflated-mean' as const,
      sure: true,
      years: [2023, 2025],
      procedure: 'vpr' as const,
      subject: russian,
      grade: 4,
    };
    expect(markerText(marker, 'ru').replaceAll('\u00a0', ' ')).toBe(
      'средний балл заметно выше регионального: ВПР, русский язык, 4 класс (2023, 2025)',
    );
    expect(markerText({ ...marker, sure: false }, 'en')).toContain('some counts are hidden');
  });
});
