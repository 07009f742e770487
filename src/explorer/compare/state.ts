import { type SimilarityTrait, similarityTraits } from '../../contract/vocabulary.ts';
import { type Choices, readState, type Selection, type StateProblem, writeState } from '../state.ts';

/** More than these side by side cannot be read. */
export const mostCompared = 6;

/** Weights a reader may give a trait; 0 leaves it out. */
export const weightChoices = [0, 1, 2, 3] as const;

export type Weights = Readonly<Record<SimilarityTrait, number>>;

/** Whom the reader compares, in which work, and by which traits schools count as similar. */
export interface Comparison {
  selection: Selection;
  /** Schools and municipalities in the order they were added. */
  ids: string[];
  /** The school whose similar schools are shown; '' for none. */
  near: string;
  weights: Weights;
}

const idShape = /^[\p{L}\p{N}._-]{1,64}$/u;

/** Reads a comparison from an address. Never throws: what is unknown is dropped and listed. */
export function readComparison(
  params: URLSearchParams,
  choices: Choices,
  published: Weights,
): { comparison: Comparison; problems: StateProblem[] } {
  const { problems, ...selection } = readState(params, choices);
  const asked = (params.get('with') ?? '').split(' ').filter((id) => id !== '');
  const ids: string[] = [];
  for (const id of asked)
    if (!idShape.test(id) || ids.length === mostCompared) problems.push({ field: 'with', value: id });
    else if (!ids.includes(id)) ids.push(id);
  const wished = params.get('near') ?? '';
  const near = ids.includes(wished) ? wished : '';
  if (near !== wished) problems.push({ field: 'near', value: wished });
  const weights = { ...published };
  for (const trait of similarityTraits) {
    const text = params.get(trait);
    if (text === null) continue;
    const value = weightChoices.find((one) => String(one) === text);
    if (value === undefined) problems.push({ field: trait, value: text });
    else weights[trait] = value;
  }
  return { comparison: { selection, ids, near, weights }, problems };
}

/** The address of a comparison, always in the same order; weights only where they are the reader's own. */
export function writeComparison(comparison: Comparison, published: Weights): URLSearchParams {
  const params = writeState(comparison.selection);
  if (comparison.ids.length > 0) params.set('with', comparison.ids.join(' '));
  if (comparison.near !== '') params.set('near', comparison.near);
  for (const trait of similarityTraits)
    if (comparison.weights[trait] !== published[trait]) params.set(trait, String(comparison.weights[trait]));
  return params;
}
