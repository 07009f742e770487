import type { ProgrammeEffectRow } from '../contract/programme-effect.ts';
import type { Language } from '../contract/vocabulary.ts';
import { percent } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { pointsText, supportMessages } from '../i18n/pages-support.ts';
import { type Block, heading, list, type Section, text } from './blocks.ts';
import { once, tableRows } from './tables.ts';

const effects = once(() => tableRows('programme_effects'));

/** One comparison in plain words. */
function told(row: ProgrammeEffectRow, lang: Language): Block[] {
  const words = supportMessages(lang).effects;
  const verdict = words.verdicts[row.verdict];
  if (
    row.verdict === 'not-comparable' ||
    row.effect === null ||
    row.year === null ||
    row.year_before === null
  )
    return [text(`${verdict}: ${words.reasons[row.reason ?? 'no-comparable-years']}.`)];
  const share = (value: number | null) => percent(lang, value ?? 0, 1);
  const names: Readonly<Record<string, string>> = messages(lang).results.procedures;
  const procedure = names[row.procedure] ?? row.procedure;
  return [
    list([
      words.compared(procedure, row.year_before, row.year, row.compared, row.controls),
      words.change(
        share(row.before),
        share(row.after),
        share(row.before_controls),
        share(row.after_controls),
      ),
      words.difference(
        pointsText(lang, row.effect),
        pointsText(lang, row.interval_low ?? 0),
        pointsText(lang, row.interval_high ?? 0),
      ),
      verdict,
    ]),
  ];
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
  const waves = Map.groupBy(rows, ({ programme, first_year }) => `${programme} ${first_year}`);
  const blocks = [...waves.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return [
      heading(words.wave(first.programme, first.first_year, first.participants)),
      ...own.flatMap((row) => told(row, lang)),
    ];
  });
  return {
    id: 'effects',
    title: words.title,
    blocks:
      rows.length === 0
        ? [text(supportMessages(lang).noData)]
        : [text(words.lead), ...blocks, heading(words.caveatsTitle), list(words.caveats)],
  };
}
