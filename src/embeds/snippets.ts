import { type EmbedTarget, embedFolder, embedPath } from './address.ts';

/** What the snippets of a chart are made from. */
export interface Shared {
  target: EmbedTarget;
  /** The root of the site with a slash at its end: absolute where the address is known. */
  root: string;
  /** What the chart is called: chart, entity. */
  title: string;
  /** Pixels. */
  width: number | null;
  height: number;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** A text inside markup: inert whatever it is. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** A text inside Markdown, where brackets and pipes would act. */
const plain = (text: string): string =>
  escaped(text.replace(/\s+/g, ' ')).replace(/[\\`*_[\]()|!~]/g, (sign) => `\\${sign}`);

/** The address of the chart's page: what the link and the frame point at. */
export const addressOf = ({ root, target }: Shared): string => root + embedPath(target);

/** The chart in a frame; works without any script. */
export function iframeOf(shared: Shared): string {
  const { title, width, height } = shared;
  return `<iframe src="${escaped(addressOf(shared))}" title="${escaped(title)}" width="${width ?? '100%'}" height="${height}" loading="lazy" frameborder="0"></iframe>`;
}

/** The element that takes the height of its chart; without scripts the link in it stays. */
export function scriptOf(shared: Shared): string {
  const { target, root, title } = shared;
  const attributes = Object.entries({
    chart: target.chart,
    entity: target.entity,
    indicator: target.indicator,
    section: target.section,
    release: target.release,
    lang: target.lang,
    theme: target.theme,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(value ?? '')}"`);
  const link = `<a href="${escaped(addressOf(shared))}">${escaped(title)}</a>`;
  return `<script src="${escaped(root)}embed.js" async></script>\n<dinamika-chart${attributes.join('')}>${link}</dinamika-chart>`;
}

/** The picture of the chart that links to it. */
export function markdownOf(shared: Shared): string {
  const { root, target, title } = shared;
  const picture = `${root}${embedFolder(target)}chart.svg${target.section ? `#${target.section}` : ''}`;
  return `[![${plain(title)}](${picture})](${addressOf(shared)})`;
}

/** The file with the numbers of the chart. */
export const dataOf = ({ root, target }: Shared): string =>
  `${root}${embedFolder({ ...target, lang: 'ru' })}data.csv`;
