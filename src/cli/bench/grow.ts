import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, RegionFile } from '../../contract/public.ts';
import { filesBelow, sha256 } from '../../publish/files.ts';
import { intactRelease } from '../release.ts';

/** Tables that the pages read, a row per school. */
const tables = [
  ...['clusters', 'robustness', 'identification', 'identification_units'],
  ...['adverse_conditions', 'programmes', 'deficits'],
];

/** Ids of a copy: every school and municipality of the demo under a name of its own. */
const renamed = (text: string, copy: number): string =>
  text
    .replace(/\bsch(\d+)\b/g, (_, digits: string) => `sch${digits}x${copy}`)
    .replace(
      /("(?:municipality_id|entity_id)":")(\d{8})"/g,
      (_, head: string, id: string) => `${head}${id}x${copy}"`,
    );

function copyFiles(folder: string, copy: number): void {
  for (const path of filesBelow(folder).filter((one) =>
    /^(schools|municipalities)\/[^x]+\.json$/.test(one),
  )) {
    const target = path.replace(/\.json$/, `x${copy}.json`);
    writeFileSync(join(folder, target), renamed(readFileSync(join(folder, path), 'utf8'), copy));
  }
}

function copyRows(folder: string, times: number): void {
  for (const table of tables) {
    const path = join(folder, `${table}.csv`);
    const [header = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
    const copies = Array.from({ length: times - 1 }, (_, index) => renamed(rows.join('\n'), index + 1));
    writeFileSync(path, `${[header, ...rows, ...copies].join('\n')}\n`);
  }
}

function copyRegion(folder: string, times: number): void {
  const path = join(folder, 'region.json');
  const region = JSON.parse(readFileSync(path, 'utf8')) as RegionFile;
  const copies = Array.from({ length: times - 1 }, (_, index) =>
    region.municipalities.map((one) => ({ ...one, municipality_id: `${one.municipality_id}x${index + 1}` })),
  );
  writeFileSync(
    path,
    JSON.stringify({ ...region, municipalities: [...region.municipalities, ...copies.flat()] }),
  );
}

/**
 * A release as large as so many of the given one: its municipalities with their schools stand there several times, each
 * under ids of its own. Only for measuring: totals of the region are those of one.
 * @returns the number of schools
 */
export function growRelease(data: string, target: string, times: number): number {
  const { folder, manifest } = intactRelease(data);
  const grown = join(target, manifest.release);
  mkdirSync(target, { recursive: true });
  cpSync(folder, grown, { recursive: true });
  for (let copy = 1; copy < times; copy++) copyFiles(grown, copy);
  copyRows(grown, times);
  copyRegion(grown, times);
  const files = filesBelow(grown)
    .filter((path) => path !== 'manifest.json')
    .map((path) => {
      const bytes = readFileSync(join(grown, path));
      return { path, bytes: bytes.length, sha256: sha256(bytes) };
    });
  const schools = manifest.counts.schools * times;
  // A release for official use is not attacked before it is built: copies that all tell the same are no real release.
  const next: Manifest = { ...manifest, preset: 'internal', files, counts: { ...manifest.counts, schools } };
  const text = JSON.stringify(next);
  writeFileSync(join(grown, 'manifest.json'), text);
  const latest = { release: manifest.release, manifest_sha256: sha256(text) };
  writeFileSync(join(target, 'latest.json'), JSON.stringify(latest));
  return schools;
}
