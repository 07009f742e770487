import type { Engine, Row } from '../contract/engine.ts';
import { over, type Results, read, type Sum, Told } from './derived.ts';
import type { Model } from './model.ts';
import type { Release } from './release.ts';
import type { CountRow } from './rows.ts';

/** One release's tables, and where its equations go. */
export interface Derivation {
  engine: Engine;
  model: Model;
  release: Release;
  results: Results;
}

const pair = (name: string): string[] => [`${name}_low`, `${name}_high`];
const ratio = [...pair('numerator'), ...pair('denominator'), ...pair('value')];

/** What the numerator of an indicator of a series counts, for those that count something. */
const numerators: Record<string, (row: CountRow) => Sum> = {
  'fail-rate': (row) => over([row], 'below_threshold'),
  'pass-rate': (row) => [...over([row], 'participants'), ...over([row], 'below_threshold', -1)],
  'quality-rate': (row) => [...over([row], 'mark_4'), ...over([row], 'mark_5')],
};

/** Rates of every series: `indicators/<id>`. */
export async function tellIndicators({ engine, model, release, results }: Derivation): Promise<void> {
  for (const [name, table] of release.tables) {
    if (!name.startsWith('indicators-')) continue;
    const told = new Told(model, release, name);
    const numerator = numerators[name.replace(/^indicators-/, '')];
    for (const row of await read(engine, table, ratio)) {
      const [base] = results.find(
        String(row.level),
        row.entity_id,
        row.year,
        row.procedure,
        ({ key }) => key.subject === row.subject && key.grade === row.grade && key.session === row.session,
      );
      if (!base) continue;
      const whole = over([base], 'participants');
      told.range(row, 'denominator', whole, row.denominator_low, row.denominator_high);
      if (!numerator) continue;
      told.range(row, 'numerator', numerator(base), row.numerator_low, row.numerator_high, whole);
      told.share(row, 'value', numerator(base), whole, row.value_low, row.value_high);
    }
  }
}

interface Identification {
  threshold: number;
  subjects: string[];
  min_participants: number;
}

/** Units of the rule of low results. An empty subject and grade 0 stand for all of them. */
export async function tellUnits({ engine, model, release, results }: Derivation): Promise<void> {
  const table = release.tables.get('identification_units');
  if (!table) return;
  const told = new Told(model, release, table.name);
  const wanted = [...pair('participants'), ...pair('below_threshold'), ...pair('share'), 'state'];
  for (const row of await read(engine, table, wanted)) {
    const { identification } = release.methodologies.get(String(row.methodology)) ?? release.methodology;
    const { threshold, subjects } = identification as Identification;
    const members = results.find(
      'school',
      row.school_id,
      row.year,
      row.procedure,
      ({ key, comparability }) => {
        const isSubject =
          row.subject === '' ? subjects.includes(String(key.subject)) : key.subject === row.subject;
        return (
          isSubject && (row.grade === 0 || key.grade === row.grade) && comparability === row.comparability
        );
      },
    );
    const [whole, failed] = [over(members, 'participants'), over(members, 'below_threshold')];
    told.range(row, 'participants', whole, row.participants_low, row.participants_high);
    told.range(row, 'below_threshold', failed, row.below_threshold_low, row.below_threshold_high);
    told.share(row, 'share', failed, whole, row.share_low, row.share_high);
    if (row.state === 'met') told.share(row, 'state', failed, whole, threshold, null);
    if (row.state === 'not-met') told.share(row, 'state', failed, whole, null, threshold);
  }
}

const works = ['level', 'entity_id', 'procedure', 'subject', 'comparability'];
const changed = ['participants', 'below_threshold'].flatMap((name) => [
  ...pair(name),
  ...pair(`${name}_before`),
]);

/** Changes of a series and of the same children: each names two rows of results, or (grade 0) all grades of two years. */
export async function tellChanges({ engine, model, release, results }: Derivation): Promise<void> {
  for (const name of ['dynamics', 'cohorts']) {
    const table = release.tables.get(name);
    if (!table) continue;
    const told = new Told(model, release, name);
    const rows = await read(engine, table, [...changed, 'year_before', 'grade_before', 'reason']);
    const strata = Map.groupBy(
      rows.filter((row) => row.grade !== 0 && (row.reason ?? null) === null),
      (row) => [...works, 'year', 'year_before'].map((column) => row[column]).join('|'),
    );
    for (const row of rows) {
      const own = [...works, 'year', 'year_before'].map((column) => row[column]).join('|');
      const grades = row.grade === 0 ? (strata.get(own) ?? []).map(({ grade }) => grade) : [row.grade];
      tellChange(told, results, row, 'year', grades, '');
      tellChange(
        told,
        results,
        row,
        'year_before',
        row.grade_before === undefined ? grades : [row.grade_before],
        '_before',
      );
    }
  }
}

function tellChange(
  told: Told,
  results: Results,
  row: Row,
  year: string,
  grades: readonly unknown[],
  end: string,
): void {
  const members = results.find(
    String(row.level),
    row.entity_id,
    row[year],
    row.procedure,
    ({ key, comparability }) =>
      key.subject === row.subject && comparability === row.comparability && grades.includes(key.grade),
  );
  if (members.length < grades.length) return;
  for (const name of ['participants', 'below_threshold'])
    told.range(
      row,
      `${name}${end}`,
      over(members, name),
      row[`${name}${end}_low`],
      row[`${name}${end}_high`],
    );
}
