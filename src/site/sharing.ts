import type { MunicipalityRow, SchoolRow } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import { base, dataLink, entityLink } from './links.ts';
import { manifest, region } from './release.ts';

/** Of a page’s picture for messengers, pixels. */
export const pictureSize = { width: 600, height: 315 };

/** True where the build draws a picture per school: a picture needs an address that others can ask for. */
export const pictured = (): boolean => Boolean(import.meta.env.SITE);

const absolute = (path: string, site: URL | undefined): string => (site ? new URL(path, site).href : path);

/** A school in the words of schema.org. What is not known is left out. */
export function aboutSchool(school: SchoolRow, place: MunicipalityRow, site: URL | undefined): object {
  const { school_id: id, name, short_name, latitude, longitude, opened, closed } = school;
  return {
    '@context': 'https://schema.org',
    '@type': 'School',
    identifier: id,
    name,
    ...(short_name && short_name !== name ? { alternateName: short_name } : {}),
    url: absolute(entityLink('ru', 'schools', id), site),
    address: { '@type': 'PostalAddress', addressRegion: region().region.name, addressLocality: place.name },
    ...(latitude === null || longitude === null
      ? {}
      : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    ...(opened ? { foundingDate: opened } : {}),
    ...(closed ? { dissolutionDate: closed } : {}),
  };
}

/** The release in the words of schema.org. */
export function aboutRelease(lang: Language, site: URL | undefined): object {
  const { release, dataset, years, files } = manifest();
  const tables = files.filter(({ path }) => /^[\w-]+\.(csv|parquet)$/.test(path));
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: dataset.title[lang],
    description: dataset.title[lang],
    version: release,
    license: dataset.licence,
    creator: { '@type': 'Organization', name: dataset.publisher },
    datePublished: release.slice(0, 10),
    temporalCoverage: `${years[0] ?? ''}/${years.at(-1) ?? ''}`,
    spatialCoverage: region().region.name,
    url: absolute(`${base}data/`, site),
    distribution: tables.map(({ path }) => ({
      '@type': 'DataDownload',
      contentUrl: absolute(dataLink(release, path), site),
      encodingFormat: path.endsWith('.csv') ? 'text/csv' : 'application/vnd.apache.parquet',
    })),
  };
}
