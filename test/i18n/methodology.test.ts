import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { methodologySchema } from '../../src/contract/methodology.ts';
import { languages, presets } from '../../src/contract/vocabulary.ts';
import { messages } from '../../src/i18n/index.ts';

const values = methodologySchema.parse(JSON.parse(readFileSync('data/methodology/default.json', 'utf8')));
const page = (lang: (typeof languages)[number], preset: (typeof presets)[number]) => {
  const { lead, sections, parameterRows } = messages(lang).methodology;
  const rows = parameterRows(values, preset).flat();
  return [lead[preset], ...sections(values, preset).flatMap(({ text }) => text), ...rows].join(' ');
};

describe('the page on methods', () => {
  it('tells of hidden counts only where they are hidden', () => {
    expect(page('ru', 'public')).toContain('«1–2»');
    expect(page('ru', 'rounded')).not.toContain('«1–2»');
    expect(page('ru', 'internal')).not.toMatch(/«1–\d»/);
  });

  it('tells of rounding only where counts are rounded', () => {
    expect(page('en', 'rounded')).toContain('multiple of 5');
    for (const preset of ['public', 'internal'] as const)
      expect(page('en', preset)).not.toContain('multiple');
  });

  it('warns that an internal release is not protected', () => {
    expect(page('ru', 'internal')).toContain('без защиты');
    expect(page('en', 'internal')).toContain('without protection');
  });

  it('calls the 30 % line by one name', () => {
    for (const preset of presets) {
      expect(page('ru', preset)).not.toMatch(/порог низких/i);
      expect(page('en', preset)).not.toMatch(/threshold of low/i);
    }
    expect(languages.map((lang) => messages(lang).charts.threshold('30%'))).toEqual([
      'граница низких результатов: 30%',
      'low-results line: 30%',
    ]);
  });
});
