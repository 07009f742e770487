import { type Profile, type ProfileDraft, profileSchema, profileTables } from '../contract/profile.ts';
import type { SubjectRow } from '../contract/reference.ts';
import { type Clue, completed, readClues, settle } from './clues.ts';
import { type Guess, guesses } from './layouts/catalogue.ts';
import type { Sight } from './sight.ts';
import { textsOf } from './texts.ts';

/** A sheet or text whose layout is known, and what was read beside its columns. */
export interface Recognition {
  sight: Sight;
  guess: Guess;
  /** As it would be written to a file: with the constants that were found. */
  draft: ProfileDraft;
  /** What was found for columns that the file lacks, with where it stands. */
  clues: Clue[];
  /** Columns that are still to be named. */
  needs: Clue['name'][];
  conflicts: [Clue, Clue][];
}

const clueNames: Clue['name'][] = [
  ...(['year', 'procedure', 'subject', 'grade', 'session', 'written_in_grade', 'school_id'] as const),
];

/** Columns of the table that no file column fills and that names and titles may. */
function open(draft: ProfileDraft): Clue['name'][] {
  const columns: Record<string, unknown> = profileTables[draft.table].columns;
  const unpivoted = Object.values(draft.unpivot?.columns ?? {}).flatMap(Object.keys);
  const filled = new Set([...Object.keys(draft.columns), ...unpivoted]);
  return clueNames.filter((name) => name in columns && !filled.has(name));
}

const isOptional = (name: Clue['name']): boolean => name === 'written_in_grade';

/** How the file is written, beside what its layout says of its columns. */
function written(sight: Sight, draft: ProfileDraft): ProfileDraft {
  const decimal = sight.decimal === '.' ? {} : { decimal: sight.decimal };
  if (sight.format === 'xlsx') return { ...draft, format: 'xlsx', sheet: sight.sheetName, ...decimal };
  return { ...draft, delimiter: sight.delimiter, ...decimal };
}

/** A guess completed by what file name, sheet name and titles say. */
export function recognition(
  sight: Sight,
  guess: Guess,
  subjects: readonly SubjectRow[],
  fixed: Profile['constants'],
): Recognition {
  const wanted = open(guess.profile);
  const { settled, conflicts } = settle(readClues(textsOf(sight, guess), subjects));
  const given = { ...guess.profile.constants };
  for (const [name, value] of Object.entries({ ...given, ...fixed })) {
    const known = settled.get(name as Clue['name']);
    if (known === undefined || name in fixed)
      settled.set(name as Clue['name'], {
        name: name as Clue['name'],
        value: value as string,
        place: 'data',
        text: '',
      });
  }
  const all = completed(settled);
  const clues = wanted.flatMap((name) => {
    const clue = all.get(name);
    return clue && !(name in fixed) && clue.place !== 'data' ? [clue] : [];
  });
  const found = Object.fromEntries(clues.map(({ name, value }) => [name, value]));
  const constants = { ...given, ...found, ...fixed };
  return {
    sight,
    guess,
    draft: { ...written(sight, guess.profile), constants },
    clues,
    needs: wanted.filter((name) => !(name in constants) && !isOptional(name)),
    conflicts: conflicts.filter(([{ name }]) => wanted.includes(name) && !(name in fixed)),
  };
}

/**
 * Every sheet or text whose layout is known, best guess of each.
 * @param fixed constants that the operator has already given; they win
 * @param layout only this one
 */
export function recognise(
  sights: readonly Sight[],
  subjects: readonly SubjectRow[],
  fixed: Profile['constants'] = {},
  layout?: string,
): Recognition[] {
  return sights.flatMap((sight) => {
    const guess = guesses(sight).find(({ id }) => layout === undefined || id === layout);
    return guess ? [recognition(sight, guess, subjects, fixed)] : [];
  });
}

/** The profile of a recognition, with every default. */
export const profileOf = ({ draft }: Recognition): Profile => profileSchema.parse(draft);
