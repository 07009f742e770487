import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { dynamicsChart } from '../../src/charts/dynamics.ts';
import { markup } from '../../src/charts/finish.ts';
import { marksChart } from '../../src/charts/marks.ts';
import { paper } from '../../src/site/paper.ts';
import { document } from '../charts/reference.ts';
import { autumn, marked, resultRow } from '../charts/rows.ts';

/** A drawing as nested lists, without the order of attributes. */
function tree(element: Element): unknown {
  const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort();
  const text = element.children.length === 0 ? element.textContent : '';
  return [element.tagName.toLowerCase(), attributes, text, [...element.children].map(tree)];
}
const parsed = (svg: SVGSVGElement) => {
  const root = parseHTML(`<html><body>${markup(svg)}</body></html>`).document.querySelector('svg');
  if (!root) throw new Error('missing svg');
  return tree(root);
};

const rows = [
  resultRow(2021, 12, 40, marked([12, 14, 10, 4])),
  resultRow(2022, 18, 41, { ...autumn(2022), ...marked([18, 13, 8, 2]) }),
  resultRow(2023, [1, 2], 38, marked([[1, 2], [14, 15], 15, 7])),
  resultRow(2024, 2, 6),
];
const series = [
  {
    label: 'эта школа',
    level: 'school' as const,
    rows: [4, 5].flatMap((grade) => rows.map((row) => ({ ...row, grade }))),
  },
  { label: '<округ> & "район"', level: 'municipality' as const, rows },
];

describe('what is drawn on paper is what a full document would show', () => {
  it.each([340, 720])('of dynamics, %i pixels wide', (width) => {
    const draw = (on: Document) =>
      dynamicsChart({ series, threshold: 0.3 }, { document: on, width, lang: 'ru' });
    expect(parsed(draw(paper))).toEqual(parsed(draw(document)));
  });

  it('of marks', () => {
    const draw = (on: Document) => marksChart({ rows }, { document: on, width: 340, lang: 'en' });
    expect(parsed(draw(paper))).toEqual(parsed(draw(document)));
  });
});
