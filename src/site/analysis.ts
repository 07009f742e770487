import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { heading, list, type Section, table, text } from '../contract/blocks.ts';
import { activityStates } from '../contract/roadmap.ts';
import { type Cluster, clusters, type Language } from '../contract/vocabulary.ts';
import { capital, dayInText } from '../i18n/formats.ts';
import { clusterMessages } from '../i18n/pages-clusters.ts';
import { roadmapMessages } from '../i18n/pages-roadmaps.ts';
import { supportMessages } from '../i18n/pages-support.ts';
import { clustersOf, flowSection, identificationSection } from './analysis-clusters.ts';
import { clusterYear } from './cluster-tables.ts';
import { positiveLines, positiveText } from './positive-dynamics.ts';
import { releaseDay, roadmaps, stateCounts } from './roadmaps.ts';
import { preventionSection, type SupportCatalogue } from './support.ts';
import { deficitFlow, deficitSection, kindName } from './support-deficits.ts';
import { effectSection } from './support-effects.ts';
import type { Scope } from './support-scope.ts';
import { once } from './tables.ts';

const advice = z.strictObject({ ru: z.string(), en: z.string() });
const catalogueSchema = z.strictObject({
  source: z.string(),
  clusters: z.record(z.string(), z.array(advice)),
  deficits: z.record(z.string(), z.array(advice)),
});

/** The catalogue of recommendations, which a region may edit. */
const recommendations = once(() =>
  catalogueSchema.parse(JSON.parse(readFileSync('data/reference/recommendations.json', 'utf8'))),
);

function dynamicsSection(scope: Scope, lang: Language): Section {
  const { analysis: words, noData } = supportMessages(lang);
  const lines = positiveLines(scope.status, 'subject').filter(({ year }) => year === analysisYear());
  const rows = lines
    .map((line) => positiveText(line, lang, scope.level === 'region'))
    .map(({ work, years, of, formal, confirmed, uncounted }) => [
      ...[work, years, of, formal, confirmed, uncounted],
    ]);
  const header = [
    words.work,
    supportMessages(lang).year,
    supportMessages(lang).of,
    words.formal,
    words.confirmed,
    words.uncounted,
  ];
  return {
    id: 'dynamics',
    title: words.dynamics,
    blocks:
      rows.length === 0 ? [text(noData)] : [text(words.dynamicsLead), table(words.dynamics, header, rows, 2)],
  };
}

function roadmapSection(lang: Language): Section {
  const { analysis: words } = supportMessages(lang);
  const names = roadmapMessages(lang);
  const own = roadmaps().filter(({ source }) => source.origin !== 'order');
  const blocks = own.flatMap((roadmap) => {
    const counts = stateCounts(roadmap);
    const rows = activityStates
      .filter((state) => counts.has(state))
      .map((state) => [capital(names.states[state]), String(counts.get(state))]);
    const items = names.items(roadmap.activities.length);
    return [
      text(`${capital(words.roadmapState(items, dayInText(lang, releaseDay())))}.`),
      table(words.roadmap, [names.columns.state, supportMessages(lang).count], rows),
    ];
  });
  return { id: 'roadmap', title: words.roadmap, blocks: own.length === 0 ? [text(names.noOwn)] : blocks };
}

function adviceSection(scope: Scope, lang: Language): Section {
  const { analysis: words } = supportMessages(lang);
  const year = clusterYear() ?? 0;
  const own = [...clustersOf(scope, year).values()];
  const { names } = clusterMessages(lang);
  const { clusters: byCluster, deficits } = recommendations();
  const told = (items: readonly z.infer<typeof advice>[]) => list(items.map((one) => one[lang]));
  const forClusters = clusters.flatMap((cluster: Cluster) => {
    const count = own.filter((one) => one === cluster).length;
    const items = byCluster[cluster] ?? [];
    return count > 0 && items.length > 0
      ? [heading(capital(words.forCluster(names[cluster], count))), told(items)]
      : [];
  });
  const flow = deficitFlow(scope.schools);
  const last = Math.max(0, ...flow.map((row) => row.year));
  const forDeficits = flow
    .filter((row) => row.year === last && row.left > 0)
    .flatMap(({ kind, left }) => {
      const items = deficits[kind] ?? [];
      return items.length > 0 ? [heading(words.forDeficit(kindName(kind, lang), left)), told(items)] : [];
    });
  return {
    id: 'recommendations',
    title: words.recommendations,
    blocks: [text(words.recommendationsLead, true), ...forClusters, ...forDeficits],
  };
}

/** The year that the analysis is about. */
const analysisYear = (): number => clusterYear() ?? Number(releaseDay().slice(0, 4));

/** The title of the analysis of a scope. */
export const analysisTitle = (scope: Scope, lang: Language): string => {
  const { analysis } = supportMessages(lang);
  return scope.level === 'region'
    ? analysis.title(analysisYear())
    : analysis.titleOf(analysisYear(), scope.name);
};

/** The annual analysis of effectiveness: what section 6 of the order of Charodinsky district asks for, in its order. */
export function analysisSections(scope: Scope, catalogue: SupportCatalogue, lang: Language): Section[] {
  return [
    identificationSection(scope, lang),
    flowSection(scope, lang),
    dynamicsSection(scope, lang),
    deficitSection(scope, lang),
    preventionSection(scope, catalogue, lang),
    roadmapSection(lang),
    ...(scope.level === 'region' ? [effectSection(lang)] : []),
    adviceSection(scope, lang),
  ];
}
