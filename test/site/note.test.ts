import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { convert, office } from '../office.ts';

process.env.DINAMIKA_DATA = 'test/files/sample-release';
const { noteFile } = await import('../../src/site/note-file.ts');
const { blank, methodSection, noteJson, noteOf, proposalSection } = await import('../../src/site/note.ts');
const { orderIndicators, otherIndicators } = await import('../../src/indicators/catalogue.ts');

const entries = [...orderIndicators, ...otherIndicators];
const school = () => noteFile({ level: 'school', id: 'oz-001' }, entries, 'ru');

async function parts(bytes: Buffer): Promise<Map<string, Buffer>> {
  const source = await fromBufferPromise(bytes);
  const found = new Map<string, Buffer>();
  for await (const entry of source.eachEntry())
    found.set(entry.fileName, await buffer(await source.openReadStreamPromise(entry)));
  return found;
}

/** Paragraphs of a document as texts. */
const paragraphs = (xml: string): string[] =>
  xml
    .split('</w:p>')
    .map((part) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));

describe('the analytical note', () => {
  it('is an A4 sheet with the margins, type and spacing of a Russian report', async () => {
    const xml = (await parts(await school())).get('word/document.xml')?.toString('utf8') ?? '';
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(xml).toContain('w:ascii="Times New Roman"');
    const justified = xml.split('</w:p>').filter((part) => part.includes('<w:jc w:val="both"/>'));
    expect(justified.length).toBeGreaterThan(5);
    for (const part of justified) {
      expect(part).toContain('w:line="360"');
      expect(part).toContain('<w:sz w:val="28"/>');
    }
  });

  it('numbers tables and figures in order, each with its caption, and each figure has a picture', async () => {
    const files = await parts(await school());
    const xml = files.get('word/document.xml')?.toString('utf8') ?? '';
    const texts = paragraphs(xml);
    const numbers = (word: string) =>
      texts.flatMap((text) => new RegExp(`^${word} (\\d+) — .+`).exec(text)?.[1] ?? []).map(Number);
    const [tables, figures] = [numbers('Таблица'), numbers('Рисунок')];
    expect(figures.length).toBeGreaterThan(0);
    expect(tables).toEqual(tables.map((_, i) => i + 1));
    expect(figures).toEqual(figures.map((_, i) => i + 1));
    expect(xml.match(/<w:tbl>/g)).toHaveLength(tables.length);
    const pictures = [...files].filter(([name]) => name.startsWith('word/media/'));
    expect(pictures).toHaveLength(figures.length);
    for (const [, bytes] of pictures) expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  it('says what the page says, names rules and release, and leaves blanks for its author', async () => {
    const text = paragraphs((await parts(await school())).get('word/document.xml')?.toString('utf8') ?? '');
    const all = text.join('\n');
    const { seriesCount, sentence } = await firstSentence();
    expect(seriesCount).toBeGreaterThan(0);
    expect(all).toContain(sentence);
    expect(all).toContain('2025-10-01-5a3e91c2');
    expect(all).toContain('30');
    expect(text.filter((line) => line.endsWith(blank)).length).toBeGreaterThan(3);
    expect(all).not.toMatch(/undefined|NaN|\[object|null/);
  });

  it('is the same bytes every time', async () => {
    const [first, second] = [await school(), await school()];
    expect(first.equals(second)).toBe(true);
  });

  it('goes to its page in the same words, with the works of its figures in place of their drawings', () => {
    const { name, parties, release, sections } = noteJson({ level: 'school', id: 'oz-001' }, entries, 'ru');
    expect([release, parties.map(({ level, id }) => [level, id])]).toEqual([
      '2025-10-01-5a3e91c2',
      [
        ['school', 'oz-001'],
        ['municipality', 'ozersk'],
        ['region', 'region'],
      ],
    ]);
    expect(name).toContain(', ');
    // What every note ends with is left to the page.
    const whole = noteOf({ level: 'school', id: 'oz-001' }, entries, 'ru').sections;
    expect([...sections.map(({ id }) => id), 'method', 'proposals']).toEqual(whole.map(({ id }) => id));
    expect(whole.slice(-2)).toEqual([methodSection('ru'), proposalSection('ru')]);
    const figures = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'figure'));
    expect(figures.length).toBeGreaterThan(0);
    for (const { wide, work, text } of figures) {
      expect(wide).toBe('');
      expect(text.startsWith({ vpr: 'ВПР', oge: 'ОГЭ', ege: 'ЕГЭ' }[work?.procedure ?? 'vpr'])).toBe(true);
    }
  });

  it('is made for a region and a municipality in both languages', async () => {
    for (const lang of ['ru', 'en'] as const)
      for (const of of [{ level: 'region' }, { level: 'municipality', id: 'ozersk' }] as const) {
        const xml = (await parts(await noteFile(of, entries, lang))).get('word/document.xml');
        expect(xml?.toString('utf8')).toContain(lang === 'ru' ? 'Порядок расчёта' : 'How it is computed');
      }
  });
});

async function firstSentence() {
  const { schoolEntity } = await import('../../src/site/entity.ts');
  const { summary } = await import('../../src/site/summary.ts');
  const { paragraphs: all } = summary(schoolEntity('oz-001'), 'ru');
  return { seriesCount: all.length, sentence: all[0] ?? '' };
}

describe.skipIf(!office)('LibreOffice', () => {
  it('opens the note and prints it on A4 with its tables and figures', { timeout: 240_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dinamika-note-'));
    try {
      writeFileSync(join(folder, 'note.docx'), await school());
      convert(join(folder, 'note.docx'), 'pdf');
      convert(join(folder, 'note.docx'), 'txt:Text (encoded):UTF8');
      const pdf = readFileSync(join(folder, 'note.pdf')).toString('latin1');
      const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf)?.slice(1).map(Number) ?? [];
      expect(box.map(Math.round)).toEqual([595, 842]);
      const text = readFileSync(join(folder, 'note.txt'), 'utf8');
      expect(text).toContain('АНАЛИТИЧЕСКАЯ СПРАВКА');
      expect(text).toMatch(/Рисунок 1 — /);
      expect(text).toMatch(/Таблица 1 — /);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
