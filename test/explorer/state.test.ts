import { expect, test } from 'vitest';
import {
  type Choices,
  gradesOffered,
  offered,
  readState,
  type Selection,
  sameSelection,
  subjectsOf,
  writeState,
} from '../../src/explorer/state.ts';

const choices: Choices = {
  offers: {
    vpr: { mathematics: [4, 5], russian: [4, 5, 6], 'физика & химия': [7, 8] },
    oge: { mathematics: [9], russian: [9] },
    ege: { russian: [11] },
  },
  municipalities: ['m-1', 'm 2', 'ёж=ё&#?'],
};

/** Every state there is: a round trip is checked on all of them rather than on a sample. */
function* states(): Generator<Selection> {
  for (const procedure of Object.keys(choices.offers))
    for (const subject of subjectsOf(choices.offers, procedure))
      for (const grade of gradesOffered(choices.offers, procedure, subject))
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
  expect(addresses.size).toBe((3 + 4 + 3 + 1 + 1 + 1) * 4);
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
    expect(subjectsOf(choices.offers, state.procedure)).toContain(state.subject);
    expect(gradesOffered(choices.offers, state.procedure, state.subject)).toContain(state.grade);
    expect(['', ...choices.municipalities]).toContain(state.municipality);
  }
});

test('two states are the same when they show the same', () => {
  const [a, b] = states();
  if (!a || !b) throw new Error('no states');
  expect(sameSelection(a, { ...a })).toBe(true);
  expect(sameSelection(a, b)).toBe(false);
});

test('a subject or grade that the procedure lacks is dropped from an address and reported', () => {
  const state = readState(new URLSearchParams('procedure=oge&subject=физика %26 химия&grade=4'), choices);
  expect(state).toMatchObject({ procedure: 'oge', subject: 'mathematics', grade: null });
  expect(state.problems.map(({ field }) => field)).toEqual(['subject', 'grade']);
});

test('another procedure keeps the subject and grade where it has them, and otherwise takes its first', () => {
  const asked = { procedure: 'oge', subject: 'russian', grade: 5, municipality: 'm-1' };
  expect(offered(asked, choices)).toEqual({ ...asked, grade: null });
  expect(offered({ ...asked, procedure: 'ege', subject: 'mathematics' }, choices).subject).toBe('russian');
  expect(offered({ ...asked, procedure: 'vpr' }, choices).grade).toBe(5);
});
