import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedLink, readWish, textLink } from '../../../src/explorer/sql/address.ts';
import { ask, linesAdded } from '../../../src/explorer/sql/answer.ts';
import { locate } from '../../../src/explorer/sql/position.ts';
import type { FileEngine } from '../../../src/query/attach.ts';
import { openWasmInNode } from '../../../src/query/wasm-node.ts';

let wasm: FileEngine;
beforeAll(async () => {
  wasm = await openWasmInNode();
  await wasm.run("CREATE TABLE results AS SELECT 1 AS year, 'Школа' AS name");
});
afterAll(() => wasm.close());

async function failed(text: string) {
  try {
    await ask(wasm, text);
  } catch (error) {
    const { kind, place, message } = locate((error as Error).message, text, linesAdded);
    return {
      kind,
      message,
      at: place && text.slice(place.from, place.to),
      line: place?.line,
      column: place?.column,
    };
  }
  throw new Error('expected an error');
}

const long = Array.from({ length: 40 }, (_, i) => `year AS year_${i}`).join(', ');

describe('where an error is, by the engine itself', () => {
  it.each([
    ['SELECT year FORM results', 'Parser', 'results', 1],
    ['SELECT *\nFROM results\nWHERE year = = 1', 'Parser', '=', 3],
    ['SELECT nope\nFROM results', 'Binder', 'nope', 1],
    ['SELECT year\nFROM resultz', 'Catalog', 'resultz', 2],
    ['SELECT year,\n  mediann(year)\nFROM results', 'Catalog', 'mediann', 2],
    [`SELECT ${long},\n ${long}, nope, ${long} FROM results`, 'Binder', 'nope', 2],
    ["SELECT 'Ёлка' AS a, 'Школа № 5' AS b FORM results x", 'Parser', 'FORM', 1],
    [`SELECT ${long}, year FORM results x, ${long}`, 'Parser', 'results', 1],
  ])('%s', async (text, kind, at, line) => {
    expect(await failed(text)).toMatchObject({ kind, at, line });
  });

  it('a value that cannot be converted has its message, without a picture', async () => {
    const { kind, message } = await failed('SELECT CAST(name AS INTEGER) FROM results');
    expect(kind).toBe('Conversion');
    expect(message).toContain('Школа');
    expect(message).not.toMatch(/LINE \d/);
  });

  it('no message makes it throw or point outside of the text', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.integer({ min: -3, max: 9 }),
        fc.nat(40),
        (words, text, line, caret) => {
          const raw = `Parser Error: ${words}\nLINE ${line}: ${text.slice(0, 20)}\n${' '.repeat(caret)}^`;
          const { place } = locate(raw, text, 1);
          if (place) expect(place.from).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});

describe('links', () => {
  const page = new URL('https://example.org/explore/sql/?indicator=x#sql=old');
  const known = { questions: ['low-schools'], indicators: ['fail-rate'] };

  it('carry any text there and back, in the fragment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const link = textLink(page, text);
        expect(link.search).toBe('');
        expect(link.href).not.toMatch(/[\s'()<>"]/);
        expect(readWish(new URL(link.href), known)).toEqual({
          kind: 'text',
          text: text.replaceAll('\r\n', '\n'),
        });
      }),
    );
  });

  it('name questions and indicators that are there', () => {
    expect(readWish(namedLink(page, 'indicator', 'fail-rate'), known)).toEqual({
      kind: 'indicator',
      id: 'fail-rate',
    });
    expect(readWish(namedLink(page, 'question', 'low-schools'), known)).toEqual({
      kind: 'question',
      id: 'low-schools',
    });
    expect(readWish(namedLink(page, 'indicator', '../../x'), known)).toEqual({
      kind: 'damaged',
      value: '../../x',
    });
    expect(readWish(new URL('https://example.org/#sql=%E0%A4%A'), known)).toMatchObject({ kind: 'damaged' });
    expect(readWish(new URL('https://example.org/'), known)).toEqual({ kind: 'nothing' });
  });
});
