import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { clusterFlow } from '../../src/charts/cluster-flow.ts';
import { heading, list, table, text } from '../../src/contract/blocks.ts';
import { documentFile } from '../../src/site/document-file.ts';
import { temporaryFolder } from '../support.ts';

const hostile = '<w:t>&amp;"\u0000\uFFFF]]>';
const input = {
  title: `Анализ ${hostile}`,
  lead: 'Вступление',
  sections: [
    {
      id: 'a',
      title: 'Выявление',
      blocks: [
        text('Низкие результаты — в 37 школах.'),
        heading('Кластер 2: 37 школ'),
        list(['Назначить куратора.', hostile]),
        table(
          'Т',
          ['Вид', 'Год', 'Выявлено'],
          [
            ['Кадровый', '2025', '34'],
            [hostile, '2024', '1–2'],
          ],
          1,
        ),
      ],
    },
  ],
  foot: ['Выпуск 2025-09-01'],
  day: '2025-09-01',
  lang: 'ru',
};

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'));
  return parts;
}

it('has the same bytes when made twice, at different moments', async () => {
  const one = await documentFile(input);
  await new Promise((done) => setTimeout(done, 1100));
  expect((await documentFile(input)).equals(one)).toBe(true);
});

it('is well-formed, dated with the release, and says everything the page says', async () => {
  const parts = await partsOf(await documentFile(input));
  for (const [name, xml] of parts) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(xml).close();
  }
  expect(parts.get('docProps/core.xml')).toContain('2025-09-01T00:00:00Z');
  expect([...parts.values()].join('').match(/\b20(2[6-9]|[3-9]\d)-\d\d-\d\dT/g)).toBeNull();
  const words = (parts.get('word/document.xml') ?? '').replace(/<[^>]+>/g, '|');
  for (const said of [
    'Выявление',
    'в 37 школах',
    'Назначить куратора.',
    'Кадровый',
    '1–2',
    'Выпуск 2025-09-01',
  ])
    expect(words).toContain(said);
  expect(words).toContain('&lt;w:t&gt;&amp;amp;');
});

it.skipIf(!existsSync('/usr/bin/soffice'))(
  'opens in LibreOffice',
  async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.docx'), await documentFile(input));
    execFileSync(
      '/usr/bin/soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'txt:Text',
        '--outdir',
        folder,
        join(folder, 'a.docx'),
      ],
      { timeout: 90_000 },
    );
    const said = readFileSync(join(folder, 'a.txt'), 'utf8');
    expect(said).toContain('Кластер 2: 37 школ');
    expect(said).toContain('Кадровый');
  },
  120_000,
);

it('the flow between clusters draws every move once, and names are inert', () => {
  const flows = [
    { from: '2', to: '2', schools: 10 },
    { from: '2', to: '1', schools: 5 },
    { from: '1', to: '2', schools: 1 },
  ];
  const order = [
    { id: '2', name: '<script>' },
    { id: '1', name: 'кластер 1' },
  ];
  for (const width of [340, 720]) {
    const svg = clusterFlow({ flows, order, label: 'a "b"', sides: ['2024', '2025'] }, width);
    expect(svg.match(/<path /g)).toHaveLength(3);
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('aria-label="a &quot;b&quot;"');
    const heights = [...svg.matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
    expect(heights[0]).toBeCloseTo((heights[1] ?? 0) * 15, 0);
  }
});
