import type { ChartOptions } from './options.ts';

function strip(part: Element): void {
  for (const name of ['aria-label', 'aria-description', 'aria-hidden']) part.removeAttribute(name);
  for (const child of [...part.children])
    if (child.tagName.toLowerCase() === 'style') child.remove();
    else strip(child);
}

/**
 * Makes Plot's figure fit for a page with a strict policy: no style element (its rules stand in styles/charts.css),
 * one text alternative for the whole picture, no labels on the parts.
 */
export function finish(svg: SVGSVGElement, { label }: Pick<ChartOptions, 'label'>): SVGSVGElement {
  strip(svg);
  svg.removeAttribute('font-family');
  svg.setAttribute('role', 'img');
  if (label) svg.setAttribute('aria-label', label);
  return svg;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/**
 * The markup of a chart with coordinates rounded to a tenth of a pixel, which is a third of the bytes. The text
 * alternative carries names from outside; linkedom leaves `<` in attributes, which is not XML, so it is written here.
 */
export function markup(svg: SVGSVGElement): string {
  const label = svg.getAttribute('aria-label');
  svg.removeAttribute('aria-label');
  // A browser writes a no-break space as HTML does, by a name that XML does not know.
  // A style set and taken away again leaves an empty attribute, which a strict policy refuses as it would a full one.
  const text = svg.outerHTML
    .replaceAll(' style=""', '')
    .replaceAll('&nbsp;', '\u00a0')
    .replace(/(\d+\.\d)\d+/g, '$1')
    .replace(/(\d)\.0(?!\d)/g, '$1');
  if (label === null) return text;
  svg.setAttribute('aria-label', label);
  return text.replace('<svg', () => `<svg aria-label="${escaped(label)}"`);
}
