import { manifest, region } from '../release.ts';
import { siteReleases } from '../release-pages.ts';

const fileTypes = 'http://publications.europa.eu/resource/authority/file-type/';
const languageCodes = 'http://publications.europa.eu/resource/authority/language/';
const theme = 'http://publications.europa.eu/resource/authority/data-theme/EDUC';
const licences: Readonly<Record<string, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
};

/** A catalogue of one data set, the release: DCAT-AP 3 in JSON-LD. A harvester takes the catalogue or its entry. */
export function dcat(root: string) {
  const { '@context': context, ...entry } = dataSet(root);
  return {
    '@context': context,
    '@type': 'dcat:Catalog',
    '@id': `${root}data/catalog.jsonld`,
    'dct:title': entry['dct:title'],
    'dct:description': entry['dct:description'],
    'dct:publisher': entry['dct:publisher'],
    'dct:issued': entry['dct:issued'],
    'dct:language': ['RUS', 'ENG'].map((code) => ({ '@id': languageCodes + code })),
    'foaf:homepage': { '@id': root },
    'dcat:dataset': entry,
  };
}

function dataSet(root: string) {
  const { dataset, release, years } = manifest();
  const access = `${root}data/`;
  const licence = licences[dataset.licence];
  const file = (path: string, format: string, mediaType: string, title: string) => ({
    '@type': 'dcat:Distribution',
    '@id': `${access}${path}`,
    'dct:title': { '@value': title, '@language': 'en' },
    'dcat:accessURL': { '@id': access },
    'dcat:downloadURL': { '@id': `${access}${path}` },
    'dct:format': { '@id': fileTypes + format },
    'dcat:mediaType': { '@id': `http://www.iana.org/assignments/media-types/${mediaType}` },
    ...(licence ? { 'dct:license': { '@id': licence } } : { 'dct:rights': dataset.licence }),
  });
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      adms: 'http://www.w3.org/ns/adms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@type': 'dcat:Dataset',
    '@id': `${access}#${dataset.id}`,
    'dct:title': [
      { '@value': dataset.title.ru, '@language': 'ru' },
      { '@value': dataset.title.en, '@language': 'en' },
    ],
    'dct:description': [
      { '@value': `${dataset.title.ru}. ${region().region.name}.`, '@language': 'ru' },
      { '@value': `${dataset.title.en}.`, '@language': 'en' },
    ],
    'dct:identifier': dataset.id,
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': dataset.publisher },
    'dct:issued': { '@value': release.slice(0, 10), '@type': 'xsd:date' },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': { '@value': String(years[0] ?? ''), '@type': 'xsd:gYear' },
      'dcat:endDate': { '@value': String(years.at(-1) ?? ''), '@type': 'xsd:gYear' },
    },
    'dcat:theme': { '@id': theme },
    'dcat:version': release,
    'dcat:landingPage': { '@id': access },
    'dcat:previousVersion': siteReleases()
      .slice(1)
      .map(({ release: name }) => ({ '@id': `${access}${name}/manifest.json` })),
    'dcat:distribution': [
      file(`${release}.zip`, 'ZIP', 'application/zip', 'The whole release'),
      file(`${release}/results.csv`, 'CSV', 'text/csv', 'Results'),
      file(`${release}/results.parquet`, 'PARQUET', 'application/vnd.apache.parquet', 'Results'),
      file(
        `excel/${release}/region.xlsx`,
        'XLSX',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Workbook of the region',
      ),
    ],
  };
}

const quoted = (text: string): string => JSON.stringify(text);

/** `CITATION.cff` of the data, CFF 1.2.0. */
export function citationFile(root: string): string {
  const { dataset, release } = manifest();
  return `${[
    'cff-version: 1.2.0',
    'message: "Cite the release, so that the figures can be found again."',
    'type: dataset',
    `title: ${quoted(dataset.title.ru)}`,
    'authors:',
    `  - name: ${quoted(dataset.publisher)}`,
    `version: ${quoted(release)}`,
    `date-released: ${quoted(release.slice(0, 10))}`,
    ...(/^https?:/.test(root) ? [`url: ${quoted(`${root}data/${release}/manifest.json`)}`] : []),
    ...(/^[A-Za-z0-9.+-]+$/.test(dataset.licence) ? [`license: ${quoted(dataset.licence)}`] : []),
  ].join('\n')}\n`;
}
