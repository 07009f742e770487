import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { Dataset } from '../../contract/dataset.ts';
import { Fault } from '../../contract/fault.ts';
import { type MatchReport, match, type Named } from './match.ts';
import { type Boundaries, publishedBoundaries } from './shapes.ts';

const isCollection = (value: unknown): value is FeatureCollection =>
  typeof value === 'object' &&
  value !== null &&
  (value as { type?: unknown }).type === 'FeatureCollection' &&
  Array.isArray((value as { features?: unknown }).features);

/**
 * Reads the boundaries of a source set, joins them to its municipalities and makes them fit to publish.
 * @throws Fault `not-json`, `not-geojson`, `boundaries-unmatched` when not one shape finds its municipality
 */
export function readBoundaries(
  folder: string,
  boundaries: NonNullable<Dataset['boundaries']>,
  municipalities: readonly Named[],
): { boundaries: Boundaries; report: MatchReport } {
  const { file, names } = typeof boundaries === 'string' ? { file: boundaries, names: {} } : boundaries;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new Fault('missing-file', { file });
    throw new Fault('not-json', { file }, { message: error.message });
  }
  if (!isCollection(value)) throw new Fault('not-geojson', { file });
  const { shapes, report } = match(value, municipalities, names);
  if (shapes.length === 0) {
    throw new Fault('boundaries-unmatched', { file }, { shapes: report.shapes_left.slice(0, 5).join(', ') });
  }
  return { boundaries: publishedBoundaries(shapes), report };
}
