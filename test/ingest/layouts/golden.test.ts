import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures } from './fixtures.ts';
import { stagedOf } from './run.ts';

const folder = 'test/files/layouts';

it('the committed files are those that the generator writes', () => {
  for (const [name, files] of Object.entries(fixtures)) {
    for (const [file, content] of Object.entries(files)) {
      const plain = typeof content === 'string' || content instanceof Uint8Array;
      const wanted = Buffer.from(plain ? content : `${JSON.stringify(content, null, 2)}\n`);
      expect(readFileSync(join(folder, name, file)).equals(wanted), `${name}/${file}`).toBe(true);
    }
  }
});

describe('a built-in layout', () => {
  it.each(readdirSync(folder).sort())('%s: accounts and rows are those of golden.json', async (name) => {
    const { accounts, rejections, tables } = await stagedOf(join(folder, name));
    expect(rejections).toEqual([]);
    const text = `${JSON.stringify({ accounts, tables }, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../../${folder}/${name}/golden.json`);
  });
});
