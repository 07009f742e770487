import { programmeEffectsChart } from '../charts/programme-effects.ts';
import {
  type Block,
  folded,
  foldedTable,
  heading,
  list,
  type Section,
  table,
  text,
} from '../contract/blocks.ts';
import type { ProgrammeEffectRow } from '../contract/programme-effect.ts';
import type { Language } from '../contract/vocabulary.ts';
import { percent } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { pointsText, supportMessages } from '../i18n/pages-support.ts';
import { whole } from './support-scope.ts';
import { once, tableRows } from './tables.ts';

const effects = once(() => tableRows('programme_effects'));

/** A comparison of which there is a figure. */
type Compared = ProgrammeEffectRow & {
  effect: number;
  interval_low: number;
  interval_high: number;
  year: number;
  year_before: number;
};

const compared = (row: ProgrammeEffectRow): row is Compared =>
  row.verdict !== 'not-comparable' &&
  [row.effect, row.interval_low, row.interval_high, row.year, row.year_before].every((one) => one !== null);

function procedureName({ procedure }: ProgrammeEffectRow, lang: Language): string {
  const names: Readonly<Record<string, string>> = messages(lang).results.procedures;
  return names[procedure] ?? procedure;
}

/** What came of one comparison, in words. */
function told(row: ProgrammeEffectRow, lang: Language): string {
  const words = supportMessages(lang).effects;
  if (!compared(row))
    return `${words.verdicts['not-comparable']}: ${words.reasons[row.reason ?? 'no-comparable-years']}.`;
  return words.told(
    procedureName(row, lang),
    words.verdicts[row.verdict],
    pointsText(lang, row.effect),
    pointsText(lang, row.interval_low),
    pointsText(lang, row.interval_high),
  );
}

const years = ({ year_before, year }: Compared): string => `${year_before}\u00a0→\u00a0${year}`;

/** The waves of programmes, each with its comparisons. */
type Wave = { first: ProgrammeEffectRow; rows: readonly ProgrammeEffectRow[] };

/** Every comparison with its bounds, drawn for two widths; nothing where nothing is comparable. */
function figure(waves: readonly Wave[], lang: Language): Block[] {
  const words = supportMessages(lang).effects;
  const groups = waves.flatMap(({ first, rows }) => {
    const own = rows.filter(compared).map((row) => ({
      name: `${procedureName(row, lang)}, ${years(row)}`,
      text: pointsText(lang, row.effect),
      ...{ effect: row.effect, low: row.interval_low, high: row.interval_high },
    }));
    return own.length === 0
      ? []
      : [{ heading: words.wave(first.programme, first.first_year, first.participants), rows: own }];
  });
  if (groups.length === 0) return [];
  // The unit stands at the side, so that marks may be short.
  const mark = (value: number) => {
    const points = Math.round(100 * value);
    return `${points < 0 ? '−' : ''}${whole(lang, Math.abs(points))}`;
  };
  const input = { groups, sides: words.sides, mark, label: words.chart };
  return [
    text(words.chartLead),
    {
      kind: 'figure',
      narrow: programmeEffectsChart(input, 340),
      wide: programmeEffectsChart(input, 720),
      text: words.chart,
    },
  ];
}

/** The counts and shares behind the drawing. */
function numbers(waves: readonly Wave[], lang: Language): Block[] {
  const words = supportMessages(lang).effects;
  const share = (value: number | null) => percent(lang, value ?? 0, 1);
  const rows = waves.flatMap(({ first, rows: own }) =>
    own
      .filter(compared)
      .map((row) => [
        String(first.first_year),
        procedureName(row, lang),
        years(row),
        whole(lang, row.compared),
        words.arrow(share(row.before), share(row.after)),
        whole(lang, row.controls),
        words.arrow(share(row.before_controls), share(row.after_controls)),
        words.bounds(pointsText(lang, row.interval_low), pointsText(lang, row.interval_high)),
      ]),
  );
  return rows.length === 0 ? [] : [foldedTable(table(words.numbers, words.columns, rows, 3))];
}

/** The section «does it help»: every wave of every programme, ВПР first since most schools have it. */
export function effectSection(lang: Language): Section {
  const words = supportMessages(lang).effects;
  const rank = (procedure: string) => ['vpr', 'oge', 'ege'].indexOf(procedure);
  const rows = effects().toSorted(
    (a, b) =>
      a.programme.localeCompare(b.programme) ||
      a.first_year - b.first_year ||
      rank(a.procedure) - rank(b.procedure),
  );
  const groups = Map.groupBy(rows, ({ programme, first_year }) => `${programme} ${first_year}`);
  const waves = [...groups.values()].flatMap((own) => (own[0] ? [{ first: own[0], rows: own }] : []));
  const blocks = waves.map(({ first, rows: own }) =>
    folded(
      words.wave(first.programme, first.first_year, first.participants),
      own.map((row) => told(row, lang)),
    ),
  );
  return {
    id: 'effects',
    title: words.title,
    blocks:
      rows.length === 0
        ? [text(supportMessages(lang).noData)]
        : [
            text(words.lead),
            ...figure(waves, lang),
            heading(words.inWords),
            ...blocks,
            heading(words.caveatsTitle),
            list(words.caveats),
            ...numbers(waves, lang),
          ],
  };
}
