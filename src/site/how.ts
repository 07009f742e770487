import { readFileSync } from 'node:fs';
import type { Language } from '../contract/vocabulary.ts';
import { type HowTopic, howMessages } from '../i18n/pages-how.ts';
import { dataLink } from './links.ts';
import { methodology } from './reference.ts';
import { manifest } from './release.ts';

/** The queries that make a figure, and the tables of the release that hold its rows. */
const sources: Readonly<Record<HowTopic, { sql: readonly string[]; tables: readonly string[] }>> = {
  share: { sql: ['fail-rate', 'result-shares'], tables: ['results.csv'] },
  summary: { sql: [], tables: ['results.csv'] },
  change: { sql: ['dynamics-series'], tables: ['dynamics.csv'] },
  status: {
    sql: ['identification-units', 'identification', 'clusters'],
    tables: ['identification_units.csv', 'identification.csv', 'clusters.csv'],
  },
  pooled: { sql: [], tables: ['pooled_results.csv', 'results.csv'] },
  marks: { sql: [], tables: ['results.csv'] },
  journal: { sql: [], tables: ['results.csv'] },
  windows: { sql: [], tables: ['results.csv', 'dynamics.csv'] },
  cohorts: { sql: ['cohorts'], tables: ['cohorts.csv'] },
  similar: { sql: [], tables: ['similar_schools.csv', 'adverse_conditions.csv'] },
  help: { sql: [], tables: ['programmes.csv', 'deficits.csv'] },
};

export interface HowEntry {
  id: HowTopic;
  title: string;
  rule: string[];
  sql: { name: string; text: string }[];
  tables: { name: string; href: string }[];
}

/** Every figure of the pages with its rule, its queries, and those of its tables that the release has. */
export function howEntries(lang: Language): HowEntry[] {
  const { entries } = howMessages(lang);
  const { release, files } = manifest();
  const has = new Set(files.map(({ path }) => path));
  return (Object.keys(entries) as HowTopic[]).map((id) => ({
    id,
    title: entries[id].title,
    rule: entries[id].rule(methodology()),
    sql: sources[id].sql.map((name) => ({ name, text: readFileSync(`src/indicators/${name}.sql`, 'utf8') })),
    tables: sources[id].tables
      .filter((name) => has.has(name))
      .map((name) => ({ name, href: dataLink(release, name) })),
  }));
}
