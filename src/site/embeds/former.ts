import type { MunicipalityFile, RegionFile } from '../../contract/public.ts';
import type { Level } from '../../contract/vocabulary.ts';
import { chartsOf } from '../../embeds/address.ts';
import { isDrawn } from '../../embeds/scope.ts';
import { dimensionsOf, type Entry, statusLines } from '../indicator-lines.ts';
import { dataFolder } from '../release.ts';
import { ReleaseFiles } from '../release-history.ts';
import { releasesIn } from '../releases.ts';
import { embedScope } from './scope.ts';

/** A live address that an older release may have filled, and the last release that could. */
export interface Former {
  level: Level;
  entity: string;
  /** Below the folder of embeds, without a slash at its end. */
  path: string;
  release: string;
}

/** Indicators that had a value in a file of an older release. */
const indicatorsOf = ({ status }: MunicipalityFile | RegionFile, entries: readonly Entry[]): string[] =>
  entries.filter(({ id }) => dimensionsOf(statusLines(status, id)).length > 0).map(({ id }) => id);

function entitiesOf(files: ReleaseFiles): [level: Level, id: string, file?: MunicipalityFile | RegionFile][] {
  const areas = files.municipalities().flatMap((id) => {
    const file = files.municipality(id);
    return file ? [['municipality', id, file] as const] : [];
  });
  return [
    ['region', files.region.region.region_id, files.region],
    ...areas.map((area): [Level, string, MunicipalityFile] => [...area]),
    ...files.schools().map((id): [Level, string] => ['school', id]),
  ];
}

/**
 * The live addresses of everybody in an older release, the newest of them first. For a site that keeps no charts of older
 * releases: what was drawn then is known from the data alone, so an address is among them that never had a chart.
 */
export function* formerCharts(entries: readonly Entry[]): Generator<Former> {
  const scope = embedScope();
  const [, ...older] = releasesIn(dataFolder());
  for (const { release } of older)
    for (const [level, entity, file] of entitiesOf(new ReleaseFiles(dataFolder(), release)))
      for (const chart of chartsOf[level].filter((one) => isDrawn(scope, one, level))) {
        const folder = `${chart}/${entity}`;
        const paths =
          chart !== 'indicator'
            ? [folder]
            : file
              ? indicatorsOf(file, entries).map((id) => `${folder}/${id}`)
              : [];
        for (const path of paths) yield { level, entity, path, release };
      }
}
