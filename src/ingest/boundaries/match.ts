import type { Feature, FeatureCollection } from 'geojson';
import type { boundaryWays } from '../../contract/quality.ts';
import { plainName } from './names.ts';

export interface Named {
  municipality_id: string;
  name: string;
}

/** How the shapes of a file found their municipalities. */
export interface MatchReport {
  /** Shapes that carry a municipality's identifier, its exact name, or its name but for the kind of unit. */
  by_id: number;
  by_name: number;
  by_plain_name: number;
  /** Shapes named in dataset.json. */
  by_hand: number;
  /** Names of shapes that no municipality has; they are left out. */
  shapes_left: string[];
  /** Names of municipalities without a shape; the map shows them as a tile. */
  municipalities_left: string[];
  /** Every shape in the order of the file: its name, and the municipality it found. */
  found: { shape: string; way: (typeof boundaryWays)[number]; municipality_id: string | null }[];
}

export interface Matched {
  shapes: { municipality_id: string; name: string; feature: Feature }[];
  report: MatchReport;
}

const wayOf = { by_id: 'id', by_name: 'name', by_plain_name: 'plain-name', by_hand: 'by-hand' } as const;

const nameProperties = ['name', 'district', 'municipality', 'title', 'NAME', 'shapeName', 'название'];

/** The name a shape has, in the first property that usually holds one. */
const nameOf = ({ properties }: Feature): string => {
  const found = nameProperties
    .map((property) => properties?.[property])
    .find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : '';
};

/** Plain names that only one municipality has: a name shared by two says nothing. */
function unique(municipalities: readonly Named[]): Map<string, Named> {
  const found = new Map<string, Named | undefined>();
  for (const each of municipalities) {
    const plain = plainName(each.name);
    found.set(plain, found.has(plain) ? undefined : each);
  }
  return new Map([...found].flatMap(([plain, each]) => (each ? [[plain, each] as const] : [])));
}

/**
 * Joins the shapes of a GeoJSON to municipalities: by identifier, by name, by name without the kind of unit, or as
 * dataset.json says.
 * @param byHand name of a shape → municipality_id
 */
export function match(
  { features }: FeatureCollection,
  municipalities: readonly Named[],
  byHand: Readonly<Record<string, string>>,
): Matched {
  const ids = new Map(municipalities.map((each) => [each.municipality_id, each]));
  const names = new Map(municipalities.map((each) => [each.name, each]));
  const plain = unique(municipalities);
  const report: MatchReport = {
    by_id: 0,
    by_name: 0,
    by_plain_name: 0,
    by_hand: 0,
    shapes_left: [],
    municipalities_left: [],
    found: [],
  };
  const shapes: Matched['shapes'] = [];
  for (const feature of features) {
    const name = nameOf(feature);
    const ways = [
      ['by_id', ids.get(String(feature.properties?.municipality_id ?? ''))],
      ['by_hand', ids.get(byHand[name] ?? '')],
      ['by_name', names.get(name)],
      ['by_plain_name', plain.get(plainName(name))],
    ] as const;
    const way = ways.find(([, found]) => found !== undefined);
    if (!way?.[1]) {
      report.shapes_left.push(name);
      report.found.push({ shape: name, way: 'unmatched', municipality_id: null });
      continue;
    }
    report[way[0]]++;
    report.found.push({ shape: name, way: wayOf[way[0]], municipality_id: way[1].municipality_id });
    shapes.push({ municipality_id: way[1].municipality_id, name: way[1].name, feature });
  }
  const covered = new Set(shapes.map(({ municipality_id }) => municipality_id));
  report.municipalities_left = municipalities
    .filter((each) => !covered.has(each.municipality_id))
    .map(({ name }) => name);
  return { shapes, report };
}
