import { type Language, type Level, languages } from '../contract/vocabulary.ts';

/** Every chart that may stand on somebody else's page. */
export const embedCharts = [
  'dynamics',
  'marks',
  'positive-dynamics',
  'cluster-map',
  'risk-plane',
  'indicator',
  'windows',
  'similar-schools',
] as const;
export type EmbedChart = (typeof embedCharts)[number];

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Whose charts there are. */
export const chartsOf: Readonly<Record<Level, readonly EmbedChart[]>> = {
  school: ['dynamics', 'marks', 'positive-dynamics', 'windows', 'similar-schools'],
  municipality: ['dynamics', 'marks', 'positive-dynamics', 'risk-plane', 'indicator'],
  region: ['dynamics', 'marks', 'positive-dynamics', 'cluster-map', 'risk-plane', 'indicator'],
};

/** One chart of one entity. */
export interface EmbedTarget {
  chart: EmbedChart;
  /** Id of a school, municipality or region. */
  entity: string;
  /** Of `indicator` alone. */
  indicator?: string;
  /** One picture of several: `vpr-russian`. The first one when absent. */
  section?: string;
  lang: Language;
  theme: Theme;
  /** The release that the embed is frozen to; live when absent. */
  release?: string;
}

/** `2025-09-01-b36553f1` */
const releasePattern = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/;
/** What an identifier of an entity may look like: see canonical/others.ts. */
const idPattern = /^[\p{L}\p{N}_-][\p{L}\p{N}._-]{0,63}$/u;
const wordPattern = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** The folder of an embed below the root of the site, with a slash at its end. */
export function embedFolder({
  chart,
  entity,
  indicator,
  lang,
  release,
}: Omit<EmbedTarget, 'theme' | 'section'>): string {
  const parts = ['embed', release, chart, entity, indicator].filter((part) => part !== undefined);
  return `${lang === 'ru' ? '' : `${lang}/`}${parts.map(encodeURIComponent).join('/')}/`;
}

/** Which picture, and in which colours: both are chosen by the fragment, so that no script is needed for it. */
function embedFragment({ section, theme }: Pick<EmbedTarget, 'section' | 'theme'>): string {
  if (theme === 'auto') return section ? `#${section}` : '';
  return `#${section ? `${section}--` : ''}${theme}`;
}

/** The address of an embed below the root of the site. */
export const embedPath = (target: EmbedTarget): string => embedFolder(target) + embedFragment(target);

/** A parameter that cannot be understood, by its name. */
export type Wrong = 'chart' | 'entity' | 'indicator' | 'section' | 'lang' | 'theme' | 'release';

type Get = (name: string) => string | null;

/** The first of the names of an entity that is given. */
const entityNames = ['school', 'municipality', 'region', 'entity'];

const optional = (get: Get, name: string): string | undefined => get(name) || undefined;

/**
 * Reads a target from the parameters of an address or the attributes of an element. Nothing is repaired: a value that
 * is not one of ours is named.
 */
export function readTarget(get: Get): { target: EmbedTarget } | { wrong: Wrong } {
  const chart = embedCharts.find((known) => known === get('chart'));
  if (!chart) return { wrong: 'chart' };
  const entity = entityNames.map((name) => optional(get, name)).find((id) => id !== undefined);
  if (!entity || !idPattern.test(entity)) return { wrong: 'entity' };
  const indicator = optional(get, 'indicator');
  if ((chart === 'indicator') !== (indicator !== undefined)) return { wrong: 'indicator' };
  if (indicator !== undefined && !wordPattern.test(indicator)) return { wrong: 'indicator' };
  const section = optional(get, 'section');
  if (section !== undefined && !wordPattern.test(section)) return { wrong: 'section' };
  const lang = languages.find((known) => known === (get('lang') || 'ru'));
  if (!lang) return { wrong: 'lang' };
  const theme = themes.find((known) => known === (get('theme') || 'auto'));
  if (!theme) return { wrong: 'theme' };
  const release = optional(get, 'release');
  if (release !== undefined && !releasePattern.test(release)) return { wrong: 'release' };
  return {
    target: {
      chart,
      entity,
      lang,
      theme,
      ...(indicator === undefined ? {} : { indicator }),
      ...(section === undefined ? {} : { section }),
      ...(release === undefined ? {} : { release }),
    },
  };
}
