import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoFolder as site } from '../../src/cli/start.ts';
import { atomFaults, cffFaults, dcatFaults } from './standards.ts';

const built = existsSync(join(site, 'releases.atom'));
if (!built) console.warn('skipped: there is no demo site yet; npm start builds it');

/** What the demo publishes, read by validators of others; each must also find a fault that is planted. */
describe.skipIf(!built)('by the standards of others', () => {
  const read = (path: string) => readFileSync(join(site, path), 'utf8');

  it('the feed is Atom', () => {
    const feed = read('releases.atom');
    expect(atomFaults(feed)).toEqual([]);
    for (const [right, wrong] of [
      [/<updated>[^<]*<\/updated>/, ''],
      [/<updated>[^<]*<\/updated>/, '<updated>2025-09-01</updated>'],
      [/<id>urn:[^<]*<\/id>/, '<id>1</id>'],
      [/<name>[^<]*<\/name>/, ''],
      [/href="[^"]*"/, ''],
      [/<title>/, '<title>&<b>'],
      ['</feed>', '<lang>ru</lang></feed>'],
    ] as const)
      expect(atomFaults(feed.replace(right, wrong)), `${right} → ${wrong}`).not.toEqual([]);
  });

  it('CITATION.cff is CFF 1.2.0', () => {
    const text = read('data/CITATION.cff');
    expect(cffFaults(text)).toEqual([]);
    expect(cffFaults(text.replace(/^authors:\n.*\n/m, ''))).not.toEqual([]);
    expect(cffFaults(text.replace(/^type: .*/m, 'type: table'))).not.toEqual([]);
    expect(cffFaults(text.replace(/^date-released: .*/m, 'date-released: "2025"'))).not.toEqual([]);
  });

  it('the catalogue is DCAT-AP, read by a JSON-LD processor and a SHACL validator', async () => {
    const catalogue = JSON.parse(read('data/catalog.jsonld')) as Record<string, unknown>;
    const faults = (changed: object) =>
      dcatFaults({ ...catalogue, ...changed }, 'https://site.example/data/');
    expect(await faults({})).toEqual([]);
    const data = catalogue['dcat:dataset'] as Record<string, unknown>;
    for (const wrong of [
      { 'dct:publisher': undefined },
      { 'dct:publisher': 'somebody' },
      { 'dct:issued': '2025' },
      { 'dcat:dataset': { ...data, 'dct:description': undefined } },
      { 'dcat:dataset': { ...data, 'dcat:distribution': [{ '@type': 'dcat:Distribution' }] } },
    ])
      expect(await faults(wrong), JSON.stringify(wrong).slice(0, 80)).not.toEqual([]);
  });
});
