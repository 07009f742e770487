import { type Choice, programmeBase, recovery } from './programme.ts';
import { markdownTable, percent } from './table.ts';

const choices: Readonly<Record<Choice, string>> = {
  observed: 'the worst as observed',
  social: 'the poorest socially',
  chance: 'drawn by lot',
};
const points = (value: number): string => (100 * value).toFixed(1);

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
      [8, 15, 30].map((participants) => {
        const found = recovery({ ...programmeBase, choice, effect, participants }, regions, seed);
        return [
          choices[choice],
          String(participants),
          points(effect),
          percent(found.covered),
          percent(found.fewer),
          percent(found.more),
          points(found.bias),
          points(found.naiveBias),
          points(found.reach),
        ];
      }),
    ),
  );
  return markdownTable(header, rows);
}
