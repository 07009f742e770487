import type { Manifest, MunicipalityFile, RegionFile, SchoolFile } from '../contract/public.ts';
import type { Revision, RevisionKind, RevisionReason } from '../contract/revision.ts';
import type { Level } from '../contract/vocabulary.ts';

type Cell = string | number | boolean | null | undefined;
type Row = Readonly<Record<string, unknown>>;
/** What a release says of one school, municipality or region. */
export type EntityFile = Pick<SchoolFile | MunicipalityFile | RegionFile, 'results'> & { status?: object };

/** The two releases that are compared. */
export interface Pair {
  old: Manifest;
  next: Manifest;
  /** `procedure|year|session` of everything that was sat in the older release. */
  sat: ReadonlySet<string>;
}

const keys: Readonly<Record<Exclude<RevisionKind, 'entity'>, readonly string[]>> = {
  results: ['procedure', 'subject', 'grade', 'session', 'year'],
  identification: ['year'],
  clusters: ['year'],
  dynamics: ['procedure', 'subject', 'grade', 'year', 'year_before'],
  monitoring: ['indicator_id', 'dimension', 'year'],
};

/** What a row says under one methodology is compared, not which methodology said it, nor aids of the computation. */
const passedOver = new Set([
  ...['level', 'entity_id', 'school_id', 'methodology', 'comparability', 'comparability_before'],
  ...['low_units_low', 'low_units_high', 'q_value', 'p_value', 'breaks'],
]);

const cell = (row: Row | undefined, name: string): Cell => row?.[name] as Cell;

function differing(before: Row | undefined, after: Row | undefined, key: readonly string[]): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter(
    (name) =>
      !key.includes(name) &&
      !passedOver.has(name) &&
      (cell(before, name) ?? null) !== (cell(after, name) ?? null),
  );
}

const written = (row: Row | undefined, names: readonly string[]): string =>
  row
    ? names
        .filter((name) => (cell(row, name) ?? null) !== null)
        .map((name) => `${name}=${String(cell(row, name)).replaceAll(' ', '+')}`)
        .join(' ')
    : '';

const satKey = (row: Row) => `${cell(row, 'procedure')}|${cell(row, 'year')}|${cell(row, 'session')}`;
/** What was sat in a region's file. */
export const satIn = (file: EntityFile): ReadonlySet<string> => new Set(file.results.map(satKey));

const hashes = ({ sources }: Manifest): string[] => sources.map(({ sha256 }) => sha256);
/** True where every file of the older release went into the newer one unchanged: nothing of it was corrected. */
const isKept = ({ old, next }: Pair): boolean => {
  const now = new Set(hashes(next));
  return hashes(old).every((hash) => now.has(hash));
};
const sameMethod = ({ old, next }: Pair): boolean => old.methodology.sha256 === next.methodology.sha256;

/** True where both rows may describe the same exact counts: the ranges of every count meet. */
function compatible(before: Row, after: Row): boolean {
  const names = Object.keys(before).filter((name) => name.endsWith('_low'));
  return names.every((low) => {
    const high = low.replace(/_low$/, '_high');
    const [a, b] = [cell(before, low), cell(before, high)];
    const [c, d] = [cell(after, low), cell(after, high)];
    if ([a, b, c, d].some((end) => typeof end !== 'number')) return true;
    return Number(a) <= Number(d) && Number(c) <= Number(b);
  });
}

function resultReason(pair: Pair, before: Row | undefined, after: Row | undefined): RevisionReason {
  if (!before && after && !pair.sat.has(satKey(after))) return 'new-year';
  if (before && isKept(pair)) return 'method';
  if (sameMethod(pair) || !before || !after) return 'correction';
  return compatible(before, after) ? 'method' : 'correction';
}

/** Why a figure that was computed differs, from what became of the results that it is computed from. */
function derivedReason(pair: Pair, isNew: boolean, own: ReadonlySet<RevisionReason>): RevisionReason {
  if (isNew) return 'new-year';
  if (isKept(pair) && hashes(pair.next).length === hashes(pair.old).length) return 'method';
  for (const reason of ['correction', 'method', 'new-year'] as const) if (own.has(reason)) return reason;
  return sameMethod(pair) ? 'others' : 'method';
}

interface Whose {
  level: Level;
  entity_id: string;
}

function revision(
  whose: Whose,
  kind: RevisionKind,
  reason: RevisionReason,
  [before, after]: [Row | undefined, Row | undefined],
): Revision {
  const row = after ?? before ?? {};
  const text = (name: string) => String(cell(row, name) ?? '');
  const number = (name: string) => (typeof cell(row, name) === 'number' ? Number(cell(row, name)) : null);
  const names = differing(before, after, kind === 'entity' ? [] : keys[kind]);
  return {
    ...whose,
    kind,
    indicator_id: text('indicator_id'),
    year: number('year'),
    procedure: text('procedure'),
    subject: text('subject'),
    grade: number('grade'),
    session: text('session'),
    dimension: text('dimension'),
    change: !before ? 'added' : !after ? 'removed' : 'changed',
    reason,
    before: written(before, names),
    after: written(after, names),
  };
}

type Pairs = [before: Row | undefined, after: Row | undefined][];

/** Rows of both files under one key; those that say the same are left out. */
function paired(old: readonly Row[], next: readonly Row[], key: readonly string[]): Pairs {
  const id = (row: Row) => key.map((name) => String(cell(row, name) ?? '')).join('|');
  const [was, is] = [new Map(old.map((row) => [id(row), row])), new Map(next.map((row) => [id(row), row]))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((one): Pairs[number] => [was.get(one), is.get(one)])
    .filter(([before, after]) => !before || !after || differing(before, after, key).length > 0);
}

const rowsOf = (file: EntityFile, kind: RevisionKind): readonly Row[] => {
  const status = file.status as Record<string, readonly Row[]> | undefined;
  const rows = kind === 'results' ? (file.results as readonly Row[]) : (status?.[kind] ?? []);
  // Of an area the file says how many schools a cluster has; its schools say which.
  return kind === 'clusters' && rows.some((row) => 'schools' in row) ? [] : rows;
};

/**
 * Everything that a later release says otherwise of one entity, each with its reason. `null`: the release does not
 * know the entity.
 */
export function revisions(
  whose: Whose,
  old: EntityFile | null,
  next: EntityFile | null,
  pair: Pair,
): Revision[] {
  if (!old || !next) {
    const rows: [Row | undefined, Row | undefined] = [old ? {} : undefined, next ? {} : undefined];
    return old || next ? [revision(whose, 'entity', 'correction', rows)] : [];
  }
  const results = paired(rowsOf(old, 'results'), rowsOf(next, 'results'), keys.results).map((rows) =>
    revision(whose, 'results', resultReason(pair, ...rows), rows),
  );
  const own = new Set(results.map(({ reason }) => reason));
  const isNew = (before: Row | undefined, after: Row | undefined) =>
    !before && !pair.old.years.includes(Number(cell(after, 'year')));
  const kinds = ['identification', 'clusters', 'dynamics', 'monitoring'] as const;
  const derived = kinds.flatMap((kind) =>
    paired(rowsOf(old, kind), rowsOf(next, kind), keys[kind]).map((rows) =>
      revision(whose, kind, derivedReason(pair, isNew(...rows), own), rows),
    ),
  );
  return [...results, ...derived];
}
