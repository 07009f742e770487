import { expect, test } from 'vitest';
import {
  type Choices,
  readState,
  type Selection,
  sameSelection,
  writeState,
} from '../../src/explorer/state.ts';

const choices: Choices = {
  procedures: ['vpr', 'oge', 'ege'],
  subjects: ['mathematics', 'russian', 'физика & химия'],
  grades: [null, 4, 5, 11],
  municipalities: ['m-1', 'm 2', 'ёж=ё&#?'],
};

/** Every state there is: a round trip is checked on all of them rather than on a sample. */
function* states(): Generator<Selection> {
  for (const procedure of choices.procedures)
    for (const subject of choices.subjects)
      for (const grade of choices.grades)
        for (const municipality of ['', ...choices.municipalities])
          yield { procedure, subject, grade, municipality };
}

test('every state survives the way through an address', () => {
  const addresses = new Set<string>();
  for (const state of states()) {
    const address = writeState(state).toString();
    addresses.add(address);
    expect(readState(new URLSearchParams(address), choices)).toEqual({ ...state, problems: [] });
  }
  expect(addresses.size).toBe(3 * 3 * 4 * 4);
});

test('an empty address is the first of every choice, for the whole region', () => {
  expect(readState(new URLSearchParams(), choices)).toEqual({
    procedure: 'vpr',
    subject: 'mathematics',
    grade: null,
    municipality: '',
    problems: [],
  });
});

test('what is unknown is dropped and reported, the rest is kept', () => {
  const state = readState(
    new URLSearchParams('procedure=xyz&subject=russian&grade=4.0&municipality=m-9'),
    choices,
  );
  expect(state).toMatchObject({ procedure: 'vpr', subject: 'russian', grade: null, municipality: '' });
  expect(state.problems).toEqual([
    { field: 'procedure', value: 'xyz' },
    { field: 'grade', value: '4.0' },
    { field: 'municipality', value: 'm-9' },
  ]);
});

test('no address makes it throw or leave the choices', () => {
  const pieces = [
    'procedure',
    'subject',
    'grade',
    'municipality',
    '=',
    '&',
    'vpr',
    '%',
    '%E0%A4',
    '11',
    '+',
    "'",
    '\u0000',
  ];
  let seed = 1;
  const next = (below: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 2000; round++) {
    const address = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join('');
    const state = readState(new URLSearchParams(address), choices);
    expect(choices.procedures).toContain(state.procedure);
    expect(choices.grades).toContain(state.grade);
    expect(['', ...choices.municipalities]).toContain(state.municipality);
  }
});

test('two states are the same when they show the same', () => {
  const [a, b] = states();
  if (!a || !b) throw new Error('no states');
  expect(sameSelection(a, { ...a })).toBe(true);
  expect(sameSelection(a, b)).toBe(false);
});
