import { type Choice, type ProgrammeModel, programmeBase, recovery } from './programme.ts';
import { markdownTable, percent } from './table.ts';

const choices: Readonly<Record<Choice, string>> = {
  observed: 'the worst as observed',
  social: 'the poorest socially',
  chance: 'drawn by lot',
};
const points = (value: number): string => (100 * value).toFixed(1);

function row(name: string, model: ProgrammeModel, regions: number, seed: number): string[] {
  const found = recovery(model, regions, seed);
  return [
    name,
    String(model.participants),
    points(model.effect),
    percent(found.covered),
    percent(found.fewer),
    percent(found.more),
    points(found.bias),
    points(found.naiveBias),
    points(found.reach),
  ];
}

/** The tables of docs/programme-effect.md as Markdown; the same numbers give the same text. */
export function programmeFigures(regions: number, seed: number): string {
  const header = [
    'schools taken',
    'schools',
    'true effect, points',
    'interval holds it',
    '"fewer"',
    '"more"',
    'bias, points',
    'bias of a plain comparison',
    'half-width, points',
  ];
  const rows = (Object.keys(choices) as Choice[]).flatMap((choice) =>
    [0, -0.05, -0.08].flatMap((effect) =>
      [8, 15, 30].map((participants) =>
        row(choices[choice], { ...programmeBase, choice, effect, participants }, regions, seed),
      ),
    ),
  );
  const bent = [-1, 0.6].flatMap((odds) =>
    [0, -0.05].map((effect) => {
      const model = { ...programmeBase, odds, effect };
      return row(
        `the worst as observed, odds ${odds < 0 ? '−' : '+'}${Math.abs(odds)}`,
        model,
        regions,
        seed,
      );
    }),
  );
  return markdownTable(header, [...rows, ...bent]);
}
