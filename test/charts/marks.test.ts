import { describe, expect, it } from 'vitest';
import { marksChart } from '../../src/charts/marks.ts';
import { document, expectReference } from './reference.ts';
import { autumn, marked, resultRow } from './rows.ts';

const rows = [
  resultRow(2021, 12, 40, marked([12, 14, 10, 4])),
  resultRow(2022, 18, 41, { ...autumn(2022), ...marked([18, 13, 8, 2]) }),
  resultRow(2023, [1, 2], 38, marked([[1, 2], [14, 15], 15, 7])),
  resultRow(2024, 2, 6),
  resultRow(2025, null, 40, { protection: 'suppressed' }),
];

describe('the marks chart', () => {
  it('has a bar or a reason for every year', () => {
    const svg = marksChart({ rows }, { document, width: 340, lang: 'ru' });
    expect(svg.textContent).toContain('меньше 10 участников');
    expect(svg.textContent).toContain('скрыто источником');
    expectReference(svg, 'marks-340');
  });

  it('in English', () => {
    expectReference(marksChart({ rows }, { document, width: 720, lang: 'en' }), 'marks-720');
  });

  it('carries no style, no id', () => {
    const svg = marksChart({ rows }, { document, width: 340, lang: 'ru' });
    expect(svg.querySelectorAll('style, script, [id], [style]')).toHaveLength(0);
  });
});
