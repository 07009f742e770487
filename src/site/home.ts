import { namedOrder } from '../charts/shapes.ts';
import { type Language, procedures } from '../contract/vocabulary.ts';
import { capital } from '../i18n/formats.ts';
import type { HomeFacts, NewsFacts } from '../i18n/home-facts.ts';
import { clusterMessages } from '../i18n/pages-clusters.ts';
import { homeMessages } from '../i18n/pages-home.ts';
import { clusterCounts } from './cluster-shares.ts';
import { clusterYear } from './cluster-tables.ts';
import { latestLines, positiveLines } from './positive-dynamics.ts';
import { subjectWords } from './reference.ts';
import { manifest, region } from './release.ts';

function low(): HomeFacts['low'] {
  const year = clusterYear();
  const row = region().status?.monitoring.find(
    (one) => one.indicator_id === 'low-results-share' && one.year === year && !one.dimension,
  );
  const ends = (from?: number | null, to?: number | null) =>
    typeof from === 'number' && typeof to === 'number' ? { low: from, high: to } : null;
  const count = ends(row?.numerator_low, row?.numerator_high);
  const of = ends(row?.denominator_low, row?.denominator_high);
  if (year === null || !count || !of) return null;
  return { year, count, of, share: ends(row?.value_low, row?.value_high) };
}

function positive(): HomeFacts['positive'] {
  const line = latestLines(positiveLines(region().status, 'subject')).find(
    ({ procedure, yearBefore, of }) => procedure === 'vpr' && yearBefore !== null && of.high > 0,
  );
  if (!line || line.yearBefore === null) return null;
  const { year, of, formal, confirmed } = line;
  return { before: line.yearBefore, year, subject: subjectWords(line.subject), of, formal, confirmed };
}

/** What the home page says of the region. */
export function homeFacts(): HomeFacts {
  const { counts, years } = manifest();
  const span = { first: years[0] ?? 0, last: years.at(-1) ?? 0 };
  return { counts, years: span, low: low(), positive: positive() };
}

/** What the home page says of the release. */
export function newsFacts(): NewsFacts {
  const { counts, years, dataset, previous_release } = manifest();
  const last = years.at(-1) ?? 0;
  const sat = new Set(region().results.flatMap((row) => (row.year === last ? row.procedure : [])));
  return {
    day: dataset.accessed,
    last,
    procedures: procedures.filter((name) => sat.has(name)),
    previous: previous_release,
    results: counts.results,
  };
}

/** The signs of the map in words, with the number of schools of each; clusters without a school are left out. */
export function mapLegend(lang: Language): { id: string; text: string }[] {
  const words = homeMessages(lang);
  const { names, meanings } = clusterMessages(lang);
  const year = clusterYear();
  const counts = clusterCounts();
  return namedOrder.flatMap((cluster) => {
    const schools = counts(cluster).find((one) => one.year === year)?.schools ?? 0;
    if (schools === 0) return [];
    const text = words.legendLine(words.shapes[cluster], names[cluster], meanings[cluster], schools);
    return [{ id: `cluster-${cluster.replace('+', '')}`, text: capital(text) }];
  });
}
