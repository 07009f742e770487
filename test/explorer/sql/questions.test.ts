import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../../src/contract/engine.ts';
import { languages } from '../../../src/contract/vocabulary.ts';
import { ask } from '../../../src/explorer/sql/answer.ts';
import { suggest } from '../../../src/explorer/sql/draw.ts';
import { checkQuery } from '../../../src/explorer/sql/guard.ts';
import { questions } from '../../../src/explorer/sql/questions.ts';
import { tablesIn } from '../../../src/explorer/sql/tables.ts';
import { consoleMessages } from '../../../src/i18n/pages-console.ts';
import { indicators as basic, orderIndicators, otherIndicators } from '../../../src/indicators/catalogue.ts';
import { sqlOf } from '../../../src/indicators/run.ts';
import type { FileEngine } from '../../../src/query/attach.ts';
import { demoRun } from '../../demo-run.ts';

import { openBoth, paths } from './demo-release.ts';

let native: Engine;
let wasm: FileEngine;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const { folder } = await demoRun();
  ({ native, wasm } = await openBoth(folder));
}, 180_000);
afterAll(async () => {
  await native.close();
  await wasm.close();
});

describe('the library of worked questions', () => {
  it.each(Object.entries(questions))('%s gives the same rows on both engines', async (_, sql) => {
    expect(checkQuery(sql)).toBeNull();
    expect(tablesIn(sql, paths).length).toBeGreaterThan(0);
    const [here, there] = [await ask(native, sql), await ask(wasm, sql)];
    expect(here.rows.length).toBeGreaterThan(0);
    expect(there.rows).toEqual(here.rows);
    expect(there.columns.map(({ name }) => name)).toEqual(here.columns.map(({ name }) => name));
  });

  it('has fifteen or more, each with words in both languages', () => {
    const ids = Object.keys(questions).sort();
    expect(ids.length).toBeGreaterThanOrEqual(15);
    for (const lang of languages) {
      const { questions: words } = consoleMessages(lang);
      expect(Object.keys(words).sort()).toEqual(ids);
      expect(new Set(Object.values(words).map(({ title }) => title)).size).toBe(ids.length);
    }
  });

  it('has a first chart for most of its answers', async () => {
    const drawn: string[] = [];
    for (const [id, sql] of Object.entries(questions)) if (suggest(await ask(native, sql))) drawn.push(id);
    expect(drawn).toContain('social-index');
    expect(drawn.length).toBeGreaterThan(12);
  });
});

describe('the SQL of indicators in the console', () => {
  const texts = [...new Set([...orderIndicators, ...otherIndicators, ...basic].map(({ sql }) => sql))];
  it.each(texts)('%s runs over the published tables alone', async (file) => {
    const sql = sqlOf(file);
    expect(checkQuery(sql)).toBeNull();
    const answer = await ask(wasm, sql);
    expect(answer.rows.length).toBeGreaterThan(0);
    expect(answer.columns.map(({ name }) => name)).toContain('value_low');
  });
});
