import type { Engine } from '../contract/engine.ts';
import type { Methodology } from '../contract/methodology.ts';
import { type SimilarityTrait, similarityTraits } from '../contract/vocabulary.ts';
import { type Context, traitScales } from '../stats/distance.ts';
import { type Member, nearest } from '../stats/nearest.ts';
import { storeRows } from './store.ts';

type ContextRow = { school_id: string } & Record<SimilarityTrait, string | number | null>;

/** Context only, no result: size, place, whether it is a small school, its type, its newest index of well-being. */
const contexts = `
  SELECT s.school_id, s.pupils AS size, s.locality, CAST(s.small_school AS VARCHAR) AS small_school, s.type,
    CAST(arg_max((i.value_low + i.value_high) / 2.0, i.year) AS DOUBLE) AS wellbeing
  FROM schools s LEFT JOIN wellbeing_index i ON i.school_id = s.school_id AND i.value_low IS NOT NULL
  WHERE s.closed IS NULL
  GROUP BY ALL ORDER BY s.school_id`;

const contextOf = (row: ContextRow): Context =>
  Object.fromEntries(similarityTraits.map((trait) => [trait, row[trait]]));

/** The context of every open school, by id. */
export async function schoolContexts(engine: Engine): Promise<Map<string, Context>> {
  const rows = await engine.query<ContextRow>(contexts);
  return new Map(rows.map((row) => [row.school_id, contextOf(row)]));
}

/** Makes `similar_schools`: the nearest open schools of every open school, with what each trait adds to the distance. */
export async function storeSimilar(engine: Engine, { similar_schools: { count, weights } }: Methodology) {
  const members: Member[] = [...(await schoolContexts(engine))].map(([id, context]) => ({ id, context }));
  const scales = traitScales(
    members.map(({ context }) => context),
    weights,
  );
  const found = members.flatMap((member) =>
    nearest(member, members, scales, count).map(({ id, value, parts }, i) => ({
      school_id: member.id,
      place: i + 1,
      similar_id: id,
      distance: value,
      ...parts,
    })),
  );
  await storeRows(engine, 'similar_schools', found);
}
