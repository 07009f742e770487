import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { drawEmbeds } from '../../src/cli/embeds.ts';
import type { SchoolFile } from '../../src/contract/public.ts';
import * as set from '../support.ts';

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

const own = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { from: name }]));
const profile = {
  table: 'responses',
  delimiter: ';',
  columns: own('school_id', 'date', 'author_role', 'text'),
};
const inputs = [
  { id: 'results', files: 'results.csv', profile: 'profile.json' },
  { id: 'responses', files: 'responses.csv', profile: 'responses.json' },
];
const withResponses = (...rows: string[]) =>
  set.folderWith({
    'dataset.json': { ...set.dataset, inputs },
    'profile.json': set.profile,
    'responses.json': profile,
    'results.csv': set.lines(set.row, set.other),
    'responses.csv': `${['school_id;date;author_role;text', ...rows].join('\n')}\n`,
  });

describe('the response of a school', () => {
  it('stands in its file with date and role of the author, the earlier first, and in no other file', async () => {
    const { folder } = await set.run(
      withResponses('sch001;2024-02-01;директор;Второе.', 'sch001;2024-01-15;завуч;Первое.'),
    );
    const read = (id: string) =>
      JSON.parse(readFileSync(join(folder, 'schools', `${id}.json`), 'utf8')) as SchoolFile;
    expect(read('sch001').responses).toEqual([
      { date: '2024-01-15', author_role: 'завуч', text: 'Первое.' },
      { date: '2024-02-01', author_role: 'директор', text: 'Второе.' },
    ]);
    expect(read('sch002').responses).toBeUndefined();
  });

  it('is inert text in the embed, whatever it says', async () => {
    const { out } = await set.run(
      withResponses('sch001;2024-01-15;<b>директор</b>;<script>alert(1)</script> & [x](javascript:y)'),
    );
    const site = set.temporaryFolder();
    await drawEmbeds(out, [JSON.parse(readFileSync(join(out, 'latest.json'), 'utf8')).release], {
      ...{ out: site, base: '/', site: undefined },
    });
    const page = readFileSync(join(site, 'embed/dynamics/sch001/index.html'), 'utf8');
    expect(page).toContain('15 января 2024 г., &lt;b&gt;директор&lt;/b&gt;');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; [x](javascript:y)');
    expect(page).not.toContain('<script>alert');
  });

  it('of a school that nobody knows, or longer than a comment, is rejected and stops the ingest', async () => {
    for (const row of [
      'sch999;2024-01-15;директор;Кто мы?',
      `sch001;2024-01-15;директор;${'а'.repeat(1201)}`,
    ]) {
      const fault = await set.faultOf(() => set.run(withResponses(row)));
      expect(fault.code).toBe('rows-rejected');
    }
  });
});
