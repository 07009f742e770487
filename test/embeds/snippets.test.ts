import { describe, expect, it } from 'vitest';
import { apaCitation, bibtex, gostCitation } from '../../src/embeds/citation.ts';
import { iframeOf, markdownOf, type Shared, scriptOf } from '../../src/embeds/snippets.ts';

const hostile = `Школа "№ 1" <script>alert(1)</script> [x](javascript:alert(2)) & 'y'`;
const shared: Shared = {
  target: { chart: 'dynamics', entity: 'sch1', section: 'vpr-russian', lang: 'ru', theme: 'auto' },
  root: 'https://data.example.org/',
  title: hostile,
  width: null,
  height: 480,
};

describe('snippets', () => {
  it('keep a hostile name inert in markup', () => {
    for (const text of [iframeOf(shared), scriptOf(shared)]) {
      expect(text).not.toContain('<script>alert');
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toMatch(/title="[^"]*"№/);
    }
  });

  it('keep a hostile name inert in Markdown: one picture inside one link', () => {
    const text = markdownOf(shared);
    expect(text.match(/(?<!\\)\]\(/g)).toHaveLength(2);
    expect(text).not.toContain('<script');
    expect(text.endsWith('](https://data.example.org/embed/dynamics/sch1/#vpr-russian)')).toBe(true);
  });

  it('of a frozen chart name the release everywhere', () => {
    const frozen = { ...shared, target: { ...shared.target, release: '2025-09-01-b36553f1' } };
    for (const make of [iframeOf, scriptOf, markdownOf])
      expect(make(frozen)).toContain('2025-09-01-b36553f1');
  });
});

describe('citations', () => {
  const cited = {
    title: 'Доля не преодолевших порог. СОШ № 1',
    publisher: 'Министерство образования & науки_1',
    release: '2025-09-01-b36553f1',
    released: '2025-09-01',
    address: 'https://data.example.org/embed/2025-09-01-b36553f1/dynamics/sch1/',
    accessed: '2026-11-22',
  };

  it('follow ГОСТ Р 7.0.100–2018: areas parted by a dash, the resource behind two strokes, the day of access in brackets', () => {
    expect(gostCitation(cited)).toBe(
      'Доля не преодолевших порог. СОШ № 1 : данные выпуска 2025-09-01-b36553f1 / Министерство образования & науки_1. – Изображение. Текст : электронные // Динамика : [сайт]. – 2025. – URL: https://data.example.org/embed/2025-09-01-b36553f1/dynamics/sch1/ (дата обращения: 22.11.2026).',
    );
    expect(gostCitation({ ...cited, accessed: null })).toContain('(дата обращения: __.__.____)');
  });

  it('follow APA: author, date, title with its version, address', () => {
    expect(apaCitation(cited)).toBe(
      'Министерство образования & науки_1. (2025, September 1). Доля не преодолевших порог. СОШ № 1 (Release 2025-09-01-b36553f1) [Data set]. https://data.example.org/embed/2025-09-01-b36553f1/dynamics/sch1/',
    );
  });

  it('escape what TeX would act upon', () => {
    const text = bibtex(cited);
    expect(text).toContain('author = {{Министерство образования \\& науки\\_1}}');
    expect(text.split('{').length).toBe(text.split('}').length);
  });
});
