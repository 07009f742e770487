import type { StateProblem } from './state.ts';

/** A range in the unit of its field: percent, percentage points or points of the index. */
export interface Range {
  from: number;
  to: number;
}

export const traitFields = [
  'from',
  'to',
  'cluster',
  'type',
  'locality',
  'small',
  'programme',
  'status',
] as const;
export const brushFields = ['share', 'change', 'index'] as const;
export type TraitField = (typeof traitFields)[number];
export type BrushField = (typeof brushFields)[number];

/** Which schools are looked at, beyond the work and the municipality. '' and null: all. */
export type Traits = Record<TraitField, string> & Record<BrushField, Range | null>;

/** What each field may say beside ''. */
export type TraitChoices = Readonly<Record<TraitField, readonly string[]>>;

/** The farthest a range may reach. */
export const limits: Readonly<Record<BrushField, Range>> = {
  share: { from: 0, to: 100 },
  change: { from: -100, to: 100 },
  index: { from: -1000, to: 1000 },
};

export const noTraits: Traits = {
  ...({
    from: '',
    to: '',
    cluster: '',
    type: '',
    locality: '',
    small: '',
    programme: '',
    status: '',
  } as const),
  ...({ share: null, change: null, index: null } as const),
};

const number = '-?\\d{1,4}(?:\\.\\d)?';
const written = new RegExp(`^(${number})\\.\\.(${number})$`);

/** A range as it stands in an address: `30..60`. Ends in the wrong order are turned, those too far are cut. */
function readRange(field: BrushField, text: string): Range | null {
  const [, a, b] = written.exec(text) ?? [];
  return a === undefined || b === undefined ? null : rangeOf(field, Number(a), Number(b));
}

/** A range inside the limits of its field, to one decimal; `null` where it leaves nothing out. */
export function rangeOf(field: BrushField, a: number, b: number): Range | null {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return null;
  const most = limits[field];
  const end = (value: number) => Math.round(10 * Math.min(most.to, Math.max(most.from, value))) / 10;
  const [from, to] = [end(Math.min(a, b)), end(Math.max(a, b))];
  return from === most.from && to === most.to ? null : { from, to };
}

/** Reads the traits from an address. Never throws: what is unknown is dropped and listed. */
export function readTraits(
  params: URLSearchParams,
  choices: TraitChoices,
): { traits: Traits; problems: StateProblem[] } {
  const traits: Traits = { ...noTraits };
  const problems: StateProblem[] = [];
  for (const field of traitFields) {
    const value = params.get(field);
    if (value === null || value === '') continue;
    if (choices[field].includes(value)) traits[field] = value;
    else problems.push({ field, value });
  }
  for (const field of brushFields) {
    const value = params.get(field);
    if (value === null) continue;
    const range = readRange(field, value);
    if (range) traits[field] = range;
    else problems.push({ field, value });
  }
  if (traits.from !== '' && traits.to !== '' && traits.from > traits.to)
    [traits.from, traits.to] = [traits.to, traits.from];
  return { traits, problems };
}

/** The traits as parts of an address: only those that leave something out, always in the same order. */
export function writeTraits(traits: Traits): [string, string][] {
  const words = traitFields.map((field): [string, string] => [field, traits[field]]);
  const ranges = brushFields.map((field): [string, string] => {
    const range = traits[field];
    return [field, range ? `${range.from}..${range.to}` : ''];
  });
  return [...words, ...ranges].filter(([, value]) => value !== '');
}

/** True where nothing is left out. */
export const isEverything = (traits: Traits): boolean => writeTraits(traits).length === 0;
