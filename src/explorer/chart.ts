import { dynamicsChart } from '../charts/dynamics.ts';
import type { ResultRow } from '../contract/public.ts';
import type { ExplorerConfig, ExplorerPage } from './config.ts';

/**
 * The charts' room behind one call: a change of its interface is mended here. The chosen schools, called `chosen`, come
 * first, then the municipality.
 */
export function explorerChart(
  rows: readonly ResultRow[],
  config: ExplorerConfig,
  document: Document,
  width: number,
  chosen = '',
): SVGSVGElement {
  const of = (level: 'region' | 'municipality') => rows.filter((row) => row.level === level);
  const region = { label: config.region, level: 'region' as const, rows: of('region') };
  const own = of('municipality');
  const name = config.municipalities.find(({ id }) => id === own[0]?.entity_id)?.name;
  const municipality = { label: name ?? '', level: 'municipality' as const, rows: own };
  const { threshold, minParticipants, lang } = config;
  const places = own.length > 0 ? [municipality, region] : [region];
  const schools = {
    label: chosen,
    level: 'school' as const,
    rows: rows.filter(({ level }) => level === 'school'),
  };
  const series = schools.rows.length > 0 ? [schools, ...places] : places;
  return dynamicsChart({ series, threshold, minParticipants }, { document, width, lang });
}

/**
 * Puts the chart of `rows` where the page's chart stands, or says that there is none. The caption stays.
 * @param drawn the same chart, where it has been drawn already
 */
export function placeChart(
  page: ExplorerPage,
  rows: readonly ResultRow[],
  width: number,
  chosen = '',
  drawn?: SVGSVGElement,
): void {
  const { figure, document, config } = page;
  const old = figure.querySelector(':scope > svg, :scope > p');
  const next = rows.length > 0 ? (drawn ?? explorerChart(rows, config, document, width, chosen)) : note(page);
  if (old) old.replaceWith(next);
  else figure.prepend(next);
}

function note({ document, config }: ExplorerPage): HTMLElement {
  const element = document.createElement('p');
  element.textContent = config.messages.noData;
  return element;
}
