import type { Language } from '../contract/vocabulary.ts';
import { supportMessages } from '../i18n/pages-support.ts';
import type { Entry } from './indicator-lines.ts';
import { type Activity, roadmaps } from './roadmaps.ts';
import { deficitRows, kindName } from './support-deficits.ts';
import { answers, hasFactor, riskFactors, riskYear } from './support-risk.ts';
import { once, tableRows } from './tables.ts';
import { yearRuns } from './year-runs.ts';

const deficits = once(() => Map.groupBy(deficitRows(), ({ school_id }) => school_id));
const programmes = once(() => Map.groupBy(tableRows('programmes'), ({ school_id }) => school_id));

/** Activities of the region's own road map at the level of a school; orders of other regions bind no school here. */
export const schoolActivities = once((): { id: string; activities: Activity[] } | null => {
  const own = roadmaps().find(({ source }) => source.origin !== 'order');
  return own
    ? { id: own.source.roadmap_id, activities: own.activities.filter(({ row }) => row.level === 'school') }
    : null;
});

/** What a school's page says of the help that the school has; every list holds sentences. */
export interface SchoolHelp {
  programmes: string[];
  deficits: string[];
  risks: string[];
  unknownRisks: string[];
  prevention: { name: string; year: number; yes: boolean }[];
}

function programmeLines(school: string, lang: Language): string[] {
  const words = supportMessages(lang).programmes;
  const groups = Map.groupBy(
    programmes().get(school) ?? [],
    ({ programme, role }) => `${programme}\n${role}`,
  );
  return [...groups.entries()].map(([key, rows]) => {
    const [programme = '', role = ''] = key.split('\n');
    return `«${programme}» (${yearRuns(rows.map(({ year }) => year))}): ${words.ofSchool[role] ?? role}`;
  });
}

function deficitLines(school: string, lang: Language): string[] {
  const { school: words } = supportMessages(lang);
  const own = deficits().get(school) ?? [];
  if (own.length === 0) return [words.notAsked];
  const year = Math.max(...own.map((row) => row.year));
  const found = own.filter((row) => row.identified && row.year > year - 2);
  const lines = found
    .toSorted((a, b) => b.year - a.year || (a.kind < b.kind ? -1 : 1))
    .map((row) =>
      words.deficitLine(kindName(row.kind, lang), row.year, row.eliminated ? words.gone : words.found),
    );
  return found.some((row) => row.year === year) ? lines : [words.noDeficits(year), ...lines];
}

/** The help of a school: programmes, deficits of the last two years, risk profile and prevention of the last one. */
export function schoolHelp(school: string, indicators: readonly Entry[], lang: Language): SchoolHelp {
  const year = riskYear();
  const factors = riskFactors().map((factor) => ({
    name: factor[lang],
    state: year === null ? null : hasFactor(school, year, factor),
  }));
  const own = (answers().get(school) ?? []).filter((row) => row.dimension === '');
  const prevention = indicators
    .filter(({ group }) => group === 'prevention')
    .flatMap((entry) => {
      const rows = own.filter((row) => row.indicator_id === entry.id && row.denominator_high === 1);
      const last = rows.toSorted((a, b) => b.year - a.year)[0];
      return last && last.numerator_low === last.numerator_high
        ? [{ name: entry.name[lang], year: last.year, yes: last.numerator_low === 1 }]
        : [];
    });
  return {
    programmes: programmeLines(school, lang),
    deficits: deficitLines(school, lang),
    risks: factors.filter(({ state }) => state === true).map(({ name }) => name),
    unknownRisks: factors.filter(({ state }) => state === null).map(({ name }) => name),
    prevention,
  };
}
