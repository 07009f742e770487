import type { z } from 'zod';
import type { datasetSchema } from '../contract/dataset.ts';
import { autumnYears, pupilYears, region, years } from './settings.ts';

type DatasetText = z.input<typeof datasetSchema>;

const input = (id: string, files: string, profile: string, constants?: Record<string, number>) => ({
  id,
  files,
  profile: `profiles/${profile}.json`,
  ...(constants ? { constants } : {}),
});

/** `dataset.json`: registers first, so that what follows can refer to them. */
export const dataset: DatasetText = {
  id: 'demo',
  title: {
    ru: 'Среднереченская область: вымышленные результаты ВПР, ОГЭ и ЕГЭ за 2019–2025 годы',
    en: 'Srednerechensk region: invented results of VPR, OGE and EGE, 2019–2025',
  },
  publisher: 'Dinamika (demo)',
  licence: 'CC0-1.0',
  url: null,
  accessed: '2025-09-01',
  released: '2025-09-01',
  synthetic: true,
  region: { ...region },
  boundaries: 'boundaries.geojson',
  inputs: [
    input('municipalities', 'municipalities.csv', 'municipalities'),
    input('schools', 'schools.csv', 'schools'),
    ...years.map((year) =>
      input(`vpr-${year}`, `results-vpr-${year}.csv`, autumnYears.includes(year) ? 'vpr-autumn' : 'vpr'),
    ),
    ...pupilYears.map((year) => input(`pupils-${year}`, `pupils-${year}.csv`, 'pupils', { year })),
    input('oge', 'results-oge.csv', 'oge'),
    input('ege', 'results-ege.csv', 'ege'),
    input('social-index', 'social_index.csv', 'social-index'),
    input('programmes', 'programmes.csv', 'programmes'),
    input('deficits', 'deficits.csv', 'deficits'),
    input('bias-list', 'bias_list.csv', 'bias-list'),
    input('responses', 'responses.csv', 'responses'),
    input('observations', 'observations.csv', 'observations'),
    input('observations-schools', 'observations-schools.csv', 'observations-schools'),
    input('observations-support', 'observations-support.csv', 'observations'),
    input('reports', 'reports.csv', 'observations'),
    input('roadmap', 'roadmap.csv', 'roadmap'),
    input('roadmap-source', 'roadmap-source.csv', 'roadmap-source'),
  ],
};
