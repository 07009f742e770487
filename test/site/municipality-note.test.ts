import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoFolder } from '../../src/cli/start.ts';
import type { Latest, MunicipalityFile } from '../../src/contract/public.ts';
import { convert, office } from '../office.ts';

const id = '09701000';
const built = join(demoFolder, 'notes', `${id}.docx`);

/** The numbers of tables or figures, in their order. */
const numbers = (text: string, word: string): number[] =>
  [...text.matchAll(new RegExp(`^${word} (\\d+) — `, 'gm'))].map(([, number]) => Number(number));

// npm test builds the demo site first.
it.skipIf(!office || !existsSync(built))(
  'the note of a municipality opens in LibreOffice: its name, the region’s, tables and figures numbered in one row',
  { timeout: 240_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'dinamika-municipality-note-'));
    try {
      const path = join(folder, 'note.docx');
      copyFileSync(built, path);
      convert(path, 'txt:Text (encoded):UTF8');
      const text = readFileSync(join(folder, 'note.txt'), 'utf8').replaceAll('\u00a0', ' ');
      const data = join(demoFolder, 'data');
      const { release } = JSON.parse(readFileSync(join(data, 'latest.json'), 'utf8')) as Latest;
      const file = join(data, release, 'municipalities', `${id}.json`);
      const { municipality, schools } = JSON.parse(readFileSync(file, 'utf8')) as MunicipalityFile;
      expect(text).toContain('АНАЛИТИЧЕСКАЯ СПРАВКА');
      // Capital at the beginning of a line.
      expect(text).toContain(municipality.name.slice(1));
      expect(text).toContain(release);
      expect(schools.length).toBeGreaterThan(0);
      for (const word of ['Таблица', 'Рисунок']) {
        const found = numbers(text, word);
        expect(found.length, word).toBeGreaterThan(1);
        expect(found, word).toEqual(found.map((_, i) => i + 1));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
