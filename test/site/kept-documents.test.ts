import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { documentResponse } from '../../src/site/kept-documents.ts';
import { temporaryFolder } from '../support.ts';

const address = new URL('https://site.example/en/notes/m1.docx');
let made = 0;
const ask = async (url = address) => {
  const answer = await documentResponse(url, async () => Buffer.from(`document ${++made}`));
  return answer.text();
};

afterEach(() => {
  delete process.env.DINAMIKA_DOCUMENTS;
  made = 0;
});

it('a document is made once for a folder, each address its own, and leaves nothing half-written', async () => {
  const folder = temporaryFolder();
  process.env.DINAMIKA_DOCUMENTS = folder;
  expect(await ask()).toBe('document 1');
  expect(await ask(new URL('https://site.example/notes/m1.docx'))).toBe('document 2');
  expect(await ask()).toBe('document 1');
  expect(readdirSync(join(folder, 'en/notes'))).toEqual(['m1.docx']);
  process.env.DINAMIKA_DOCUMENTS = temporaryFolder();
  expect(await ask()).toBe('document 3');
});

it('one that could not be made is not kept', async () => {
  process.env.DINAMIKA_DOCUMENTS = temporaryFolder();
  await expect(documentResponse(address, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await ask()).toBe('document 1');
});

it('without a folder each is made anew', async () => {
  expect([await ask(), await ask()]).toEqual(['document 1', 'document 2']);
});
