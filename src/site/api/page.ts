import type { Language } from '../../contract/vocabulary.ts';
import { isDrawn } from '../../embeds/scope.ts';
import { messages } from '../../i18n/index.ts';
import { lowerName } from '../../i18n/pages-clusters.ts';
import type { ApiMessages } from '../../i18n/ru/api.ts';
import { embedScope } from '../embeds/scope.ts';
import { methodology, subjectWords } from '../reference.ts';
import { manifest, municipalities, region } from '../release.ts';
import type { Asked } from './examples.ts';

/** One line of the list of addresses. */
export interface AddressLine {
  /** Below the root of the site; a link where it names a real file. */
  path: string;
  what: keyof ApiMessages['files'];
  schema?: string;
}

/** The addresses with the names of this release, so that each line opens something. */
export function addressLines(): AddressLine[] {
  const { release } = manifest();
  const [first] = municipalities();
  const municipality = first?.municipality.municipality_id ?? '';
  const school = municipalities().flatMap(({ schools }) => schools)[0]?.school_id ?? '';
  const id = encodeURIComponent;
  return [
    { path: 'data/latest.json', what: 'latest', schema: 'latest' },
    { path: 'data/releases.json', what: 'releases', schema: 'releases' },
    { path: `data/changes/${release}.csv`, what: 'changes', schema: 'revision' },
    { path: `data/${release}/manifest.json`, what: 'manifest', schema: 'manifest' },
    { path: `data/${release}/datapackage.json`, what: 'datapackage' },
    { path: `data/${release}/results.csv`, what: 'table' },
    { path: `data/${release}/results.parquet`, what: 'table' },
    { path: `data/${release}/schools/${id(school)}.json`, what: 'school', schema: 'school' },
    {
      path: `data/${release}/municipalities/${id(municipality)}.json`,
      what: 'municipality',
      schema: 'municipality',
    },
    { path: `data/${release}/region.json`, what: 'region', schema: 'region' },
    { path: `data/${release}.zip`, what: 'zip' },
    { path: `data/excel/${release}/results.csv`, what: 'excel' },
    { path: `data/excel/${release}/region.xlsx`, what: 'xlsx' },
    ...(isDrawn(embedScope(), 'dynamics', 'region')
      ? [{ path: `embed/dynamics/${id(region().region.region_id)}/data.csv`, what: 'chart' } as const]
      : []),
  ];
}

/** A work of one grade that the region has in its last year: the question of the examples. */
export function askedWork(): Asked | null {
  const [subject] = methodology().identification.subjects.toReversed();
  const rows = region().results.filter((row) => row.procedure !== 'vpr' && row.subject === subject);
  const last = rows.at(-1) ?? region().results.at(-1);
  return last ? { procedure: last.procedure, subject: last.subject, year: last.year } : null;
}

/** The question in words. */
export const askedText = ({ procedure, subject, year }: Asked, lang: Language): string =>
  `${messages(lang).results.procedures[procedure as 'oge']}, ${lowerName(subjectWords(subject), lang)}, ${year}`;
