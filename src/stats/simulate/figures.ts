import { coverage } from './coverage.ts';
import { inflatedByChance } from './inflated.ts';
import type { Model, School } from './model.ts';
import { power, powerEffects, powerSizes } from './power.ts';
import { assumed, departures, picked } from './scenarios.ts';
import { afterSelection } from './selection.ts';
import { markdownTable, percent } from './table.ts';

const everyone = { all: () => true };

const bands: Readonly<Record<string, (school: School) => boolean>> = {
  '12–24': ({ size }) => size < 25,
  '25–59': ({ size }) => size >= 25 && size < 60,
  '60–120': ({ size }) => size >= 60,
  '12–24 and a true share under 10 %': ({ size, share }) => size < 25 && share < 0.1,
  ...everyone,
};

/** Coverage and false verdicts where the assumptions hold. */
function coverageTable(regions: number, seed: number): string {
  const header = [
    'region, pupils per grade',
    'covered, one series',
    'covered, five pooled',
    '"improved", one series',
    '"improved", five pooled',
  ];
  const rows = Object.entries(assumed).flatMap(([name, model]) =>
    [...coverage(model, regions, bands, seed)].map(([band, { single, pooled }]) => [
      `${name}, ${band}`,
      percent(single.covered),
      percent(pooled.covered),
      percent(single.improved),
      percent(pooled.improved),
    ]),
  );
  return markdownTable(header, rows);
}

function departureRow(name: string, model: Model, widened: boolean, regions: number, seed: number): string[] {
  const groups = { ...everyone, weak: ({ share }: School) => share >= 0.3 };
  const found = coverage(model, regions, groups, seed, widened);
  const all = found.get('all');
  const weak = found.get('weak');
  if (all === undefined || weak === undefined) return [name];
  return [
    name,
    percent(all.single.covered),
    percent(all.pooled.covered),
    percent(all.single.improved),
    percent(all.pooled.improved),
    percent(weak.pooled.improved),
  ];
}

/** The same where the assumptions do not hold. */
function departureTable(regions: number, seed: number): string {
  const header = [
    'departure',
    'covered, one series',
    'covered, five pooled',
    '"improved", one series',
    '"improved", five pooled',
    'the same, true share ≥ 30 %',
  ];
  const rows = Object.entries(departures).map(([name, { model, widened }]) =>
    departureRow(name, model, widened, regions, seed),
  );
  return markdownTable(header, rows);
}

function powerTable(runs: number, seed: number): string {
  const header = [
    'pupils per grade',
    ...powerEffects.flatMap((effect) => [`${100 * effect} pts, one`, `${100 * effect} pts, five`]),
  ];
  const cells = power(runs, seed);
  const rows = powerSizes.map((size) => [
    String(size),
    ...cells
      .filter((cell) => cell.size === size)
      .flatMap(({ single, pooled }) => [percent(single), percent(pooled)]),
  ]);
  return markdownTable(header, rows);
}

function selectionTable(regions: number, seed: number): string {
  const header = [
    'region',
    'lens 1',
    'lens 2',
    'lens 3',
    'lens 4',
    'lens 4, common share',
    'the same, widened',
    'no prior',
    'fit fails',
  ];
  const rows = Object.entries(picked).map(([name, model]) => {
    const found = afterSelection(model, regions, 0.3, seed);
    const { formal, relative, confirmed, net, netCommon, netNone, failedFits, netWidened } = found;
    return [
      name,
      ...[formal, relative, confirmed, net, netCommon, netWidened, netNone, failedFits].map(percent),
    ];
  });
  return markdownTable(header, rows);
}

/** Honest schools that the marker "inflated mean" meets. */
function inflatedTable(regions: number, seed: number): string {
  const spreads = [0, 0.2, 0.4, 0.6, 0.8];
  const rows = spreads.map((between) => {
    const found = inflatedByChance(between, regions, seed);
    return [between.toFixed(1), ...Object.values(found).map(percent)];
  });
  const sizes = Object.keys(inflatedByChance(0, 1, seed)).map((size) =>
    `${size} pupils`.replace('all pupils', 'all'),
  );
  return markdownTable(['deviation of schools, in deviations of pupils', ...sizes], rows);
}

/** All figures of docs/simulation.md as Markdown; the same numbers give the same text. */
export function figures(regions: number, seed: number): string {
  return [
    '### Coverage of lens 3, and schools called "improved" that did not change',
    coverageTable(regions, seed),
    '### Power of lens 3: share called "improved", by true relative change',
    powerTable(regions, seed),
    '### Schools picked because 30 % or more failed in the first year: share called "improved"',
    selectionTable(regions, seed),
    '### Lens 3 where its assumptions do not hold: nobody changes',
    departureTable(regions, seed),
    '### Honest schools that the marker "inflated mean" meets',
    inflatedTable(regions, seed),
  ].join('\n\n');
}
