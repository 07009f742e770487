import * as Plot from '@observablehq/plot';
import { percentRange } from '../i18n/formats.ts';
import { clusterMessages } from '../i18n/pages-clusters.ts';
import type { MapPlace } from './cluster-map.ts';
import { finish } from './finish.ts';
import { addKeys, keysHeight } from './keys.ts';
import { type ChartOptions, fontSize, ink, isNarrow, letter } from './options.ts';
import { shade, shadeKeys, signs } from './shades.ts';

export interface TileGridInput {
  year: number;
  /** In alphabetical order. With `at`, the mean place of the schools, tiles stand roughly where the map has them. */
  places: readonly (MapPlace & { at?: { longitude: number; latitude: number } | null })[];
}

type Tile = TileGridInput['places'][number] & { column: number; row: number };

/** North above south, west before east; alphabetical where a place is not known. */
function arranged({ places }: TileGridInput, columns: number): Tile[] {
  const known = places.every(({ at }) => at);
  const north = known
    ? places.toSorted((a, b) => (b.at?.latitude ?? 0) - (a.at?.latitude ?? 0))
    : [...places];
  const tiles: Tile[] = [];
  for (let row = 0; row * columns < north.length; row += 1) {
    const line = north.slice(row * columns, (row + 1) * columns);
    if (known) line.sort((a, b) => (a.at?.longitude ?? 0) - (b.at?.longitude ?? 0));
    tiles.push(...line.map((place, column) => ({ ...place, column, row })));
  }
  return tiles;
}

/** What tells a name from others: the first word that is not the kind of the place. */
const kind = /^(городской|муниципальный|округ|район|город|город-герой|г\.|го|мо)$/i;
function short(name: string, room: number): string {
  const word = name.split(/\s+/).find((part) => !kind.test(part)) ?? name;
  return word.length <= room ? word : `${word.slice(0, Math.max(1, room - 1))}.`;
}

function tileMarks(tiles: readonly Tile[], { width, lang }: ChartOptions, room: number): Plot.Markish[] {
  const words = clusterMessages(lang);
  const size = fontSize(width);
  const text = ({ share }: Tile) => (share ? percentRange(lang, share) : signs.none);
  const looked = (tile: Tile) => shade(tile.share);
  const colour = { fill: (tile: Tile) => looked(tile).text, fontSize: size } as const;
  return [
    Plot.cell(tiles, {
      x: 'column',
      y: 'row',
      fill: (tile: Tile) => (looked(tile).kind === 'none' ? ink.grid : looked(tile).fill),
      stroke: ink.context,
      title: (tile: Tile) => `${tile.name}: ${tile.share ? percentRange(lang, tile.share) : words.shareNone}`,
    }),
    Plot.text(tiles, {
      x: 'column',
      y: 'row',
      text: (tile: Tile) => short(tile.name, room),
      dy: -size * 0.6,
      ...colour,
    }),
    Plot.text(tiles, { x: 'column', y: 'row', text, dy: size * 0.7, fontWeight: 600, ...colour }),
  ];
}

/** Municipalities as equal squares with the share of low-results schools: the map of a region without boundaries. */
export function tileGrid(input: TileGridInput, options: ChartOptions): SVGSVGElement {
  const { document, width, lang } = options;
  const words = clusterMessages(lang);
  const columns = Math.min(isNarrow(width) ? 4 : 7, Math.max(1, input.places.length));
  const tiles = arranged(input, columns);
  const shares = input.places.map(({ share }) => share);
  const keys = shadeKeys(shares, { range: words.shareRange, none: words.shareNone }, lang);
  const top = keysHeight(keys, width);
  const rows = Math.ceil(input.places.length / columns);
  const room = Math.floor((width / columns - 8) / (fontSize(width) * letter));
  const svg = Plot.plot({
    document,
    className: 'chart',
    width,
    height: top + rows * 56 + 2,
    margin: 1,
    marginTop: top,
    x: { domain: [...Array(columns).keys()], axis: null, padding: 0.04 },
    y: { domain: [...Array(rows).keys()], axis: null, padding: 0.06 },
    marks: tileMarks(tiles, options, room),
  }) as SVGSVGElement;
  svg.setAttribute('font-size', String(fontSize(width)));
  addKeys(svg, keys, { document, width });
  return finish(svg, { label: options.label ?? words.mapLabel(input.year) });
}
