import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Section, table, text } from '../contract/blocks.ts';
import type { Language } from '../contract/vocabulary.ts';
import { supportMessages } from '../i18n/pages-support.ts';
import { conditions } from './cluster-tables.ts';
import { deficitRows } from './support-deficits.ts';
import { type Scope, whole } from './support-scope.ts';
import { once, tableRows } from './tables.ts';

const factorSchema = z.strictObject({
  id: z.string(),
  ru: z.string(),
  en: z.string(),
  /** A kind of deficit that is left. */
  deficit: z.string().optional(),
  /** The lowest quarter of the index of social well-being. */
  wellbeing: z.literal(true).optional(),
  /** An observed yes-or-no indicator of schools; 1 is a risk. */
  indicator: z.string().optional(),
});
const fileSchema = z.strictObject({ source: z.string(), factors: z.array(factorSchema) });

export type Factor = z.infer<typeof factorSchema>;

/** The factors of a school's risk profile; the region may change them in data/reference/risk-factors.json. */
export const riskFactors = once(
  (): readonly Factor[] =>
    fileSchema.parse(JSON.parse(readFileSync('data/reference/risk-factors.json', 'utf8'))).factors,
);

const deficitsBySchool = once(() => Map.groupBy(deficitRows(), ({ school_id }) => school_id));
/** What schools answered themselves, by school. */
export const answers = once(() =>
  Map.groupBy(
    tableRows('observations', (line) => line.startsWith('school,')),
    ({ entity_id }) => entity_id,
  ),
);

/** Whether a factor was present in a school in a year; `null` where the school was not asked. */
export function hasFactor(school: string, year: number, factor: Factor): boolean | null {
  if (factor.deficit !== undefined) {
    const row = deficitsBySchool()
      .get(school)
      ?.find((one) => one.year === year && one.kind === factor.deficit);
    return row ? row.identified && !row.eliminated : null;
  }
  if (factor.wellbeing)
    return (
      conditions()
        .get(school)
        ?.find((one) => one.year === year)?.lowest_quartile ?? null
    );
  const row = answers()
    .get(school)
    ?.find((one) => one.year === year && one.indicator_id === factor.indicator && one.dimension === '');
  return row && row.numerator_low === row.numerator_high ? row.numerator_low === 1 : null;
}

/** The last year in which schools answered about deficits or risks. */
export const riskYear = once((): number | null => {
  const years = [
    ...deficitRows().map(({ year }) => year),
    ...[...answers().values()].flat().map(({ year }) => year),
  ];
  return years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null;
});

/** The section of risk factors: how many schools have each. */
export function riskSection({ schools }: Scope, lang: Language): Section {
  const { risk, noData } = supportMessages(lang);
  const year = riskYear();
  if (year === null) return { id: 'risk', title: risk.title, blocks: [text(noData)] };
  const rows = riskFactors().map((factor) => {
    const known = [...schools].map((school) => hasFactor(school, year, factor)).filter((one) => one !== null);
    return [factor[lang], whole(lang, known.filter(Boolean).length), whole(lang, known.length)];
  });
  return {
    id: 'risk',
    title: risk.title,
    blocks: [text(risk.lead(year)), table(risk.title, [risk.factor, risk.present, risk.asked], rows)],
  };
}
