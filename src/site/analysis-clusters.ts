import { clusterFlow, type Flow } from '../charts/cluster-flow.ts';
import { type Block, type Section, table, text } from '../contract/blocks.ts';
import { type Cluster, clusters, type Language } from '../contract/vocabulary.ts';
import { clusterMessages } from '../i18n/pages-clusters.ts';
import { supportMessages } from '../i18n/pages-support.ts';
import { clusterRows, clusterYear } from './cluster-tables.ts';
import { type Scope, whole } from './support-scope.ts';

/** The cluster of each school of a scope in a year. */
export const clustersOf = ({ schools }: Scope, year: number): Map<string, Cluster> =>
  new Map(
    [...schools].flatMap((id) => {
      const row = clusterRows()
        .get(id)
        ?.find((one) => one.year === year);
      return row ? [[id, row.cluster] as const] : [];
    }),
  );

/** The year before the last that has clusters; `null` where there is none. */
function yearBefore(): number | null {
  const last = clusterYear();
  const years = new Set([...clusterRows().values()].flat().map(({ year }) => year));
  const earlier = [...years].filter((year) => last !== null && year < last);
  return earlier.length > 0 ? Math.max(...earlier) : null;
}

const absent = 'absent';

function flowsOf(scope: Scope, before: number, after: number): Flow[] {
  const [old, now] = [clustersOf(scope, before), clustersOf(scope, after)];
  const counts = new Map<string, number>();
  for (const id of scope.schools) {
    const [from, to] = [old.get(id) ?? absent, now.get(id) ?? absent];
    if (from === absent && to === absent) continue;
    counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
  }
  return [...counts].map(([key, schools]) => {
    const [from = '', to = ''] = key.split(' ');
    return { from, to, schools };
  });
}

/** The section of moves between clusters: a drawing and the table behind it. */
export function flowSection(scope: Scope, lang: Language): Section {
  const words = supportMessages(lang).analysis;
  const [before, after] = [yearBefore(), clusterYear()];
  if (before === null || after === null)
    return { id: 'flow', title: words.flow, blocks: [text(supportMessages(lang).noData)] };
  const flows = flowsOf(scope, before, after);
  const { names } = clusterMessages(lang);
  const present = (id: string) => flows.some(({ from, to }) => from === id || to === id);
  const order = [...clusters, absent]
    .filter(present)
    .map((id) => ({ id, name: id === absent ? words.absent : names[id as Cluster] }));
  const label = words.flowChart(before, after);
  const draw = (width: number) =>
    clusterFlow({ flows, order, label, sides: [words.from(before), words.from(after)] }, width);
  const cell = (from: string, to: string) =>
    flows.find((one) => one.from === from && one.to === to)?.schools ?? 0;
  const rows = order.map(({ id, name }) => [name, ...order.map((to) => whole(lang, cell(id, to.id)))]);
  const figure: Block = { kind: 'figure', narrow: draw(340), wide: draw(720), text: label };
  return {
    id: 'flow',
    title: words.flow,
    blocks: [
      figure,
      text(words.flowLead(before, after)),
      table(words.flow, [`${before} → ${after}`, ...order.map(({ name }) => name)], rows),
    ],
  };
}

/** The section of identification: how many schools are low, and how many are in each cluster. */
export function identificationSection(scope: Scope, lang: Language): Section {
  const { analysis: words, noData } = supportMessages(lang);
  const year = clusterYear();
  const title = words.identification;
  if (year === null) return { id: 'identification', title, blocks: [text(noData)] };
  const own = [...clustersOf(scope, year).values()];
  const count = (cluster: Cluster) => own.filter((one) => one === cluster).length;
  const { names, meanings } = clusterMessages(lang);
  const unknown = count('undetermined') + count('insufficient-data');
  const rows = clusters
    .filter((cluster) => count(cluster) > 0)
    .map((cluster) => [`${names[cluster]} (${meanings[cluster]})`, whole(lang, count(cluster))]);
  return {
    id: 'identification',
    title,
    blocks: [
      text(words.low(year, count('2'))),
      ...(unknown > 0 ? [text(words.unknown(unknown))] : []),
      table(title, [words.cluster, supportMessages(lang).count], rows),
    ],
  };
}
