import type { Cell, Engine } from '../contract/engine.ts';
import type { SourceAccount } from '../contract/public.ts';
import { intake, type rowOutcomes } from '../contract/quality.ts';
import type { FileAccount } from '../ingest/account.ts';
import type { MatchReport } from '../ingest/boundaries/match.ts';

type Row = Readonly<Record<string, Cell>>;

const literal = (value: Cell): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL');

/** Makes one of the report's tables from rows computed here. */
async function store(engine: Engine, table: keyof typeof intake, rows: readonly Row[]): Promise<void> {
  const columns = Object.entries(intake[table].columns);
  const types = columns.map(([name, { sql }]) => `${name} ${sql}`).join(', ');
  await engine.run(`CREATE OR REPLACE TEMP TABLE ${table} (${types})`);
  for (let from = 0; from < rows.length; from += 500) {
    const values = rows
      .slice(from, from + 500)
      .map((row) => `(${columns.map(([name]) => literal(row[name] ?? null)).join(', ')})`);
    await engine.run(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
  }
}

type Outcome = (typeof rowOutcomes)[number];

function outcomes({ input, file, ...account }: FileAccount): Row[] {
  const row = (outcome: Outcome, rows: number, rule = ''): Row => ({ input, file, outcome, rule, rows });
  const byRule = (outcome: Outcome, counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([rule, rows]) => row(outcome, rows, rule));
  return [
    row('rows-in', account.rows_in),
    row('published', account.published),
    row('suppressed', account.suppressed),
    ...byRule('excluded', account.excluded),
    ...byRule('rejected', account.rejected_by),
  ];
}

/** A warning is a code, a space and what it is about. */
function notes({ input, file, warnings }: FileAccount): Row[] {
  return warnings.map((warning, place) => {
    const [code = '', ...rest] = warning.split(' ');
    return { input, file, place, code, note: rest.join(' ') };
  });
}

/**
 * Makes the tables of the quality report that tell of files: counts, notes, columns.
 * @returns the accounts as the manifest has them
 */
export async function storeAccounts(
  engine: Engine,
  accounts: readonly FileAccount[],
): Promise<SourceAccount[]> {
  await store(engine, 'inputs', accounts.flatMap(outcomes));
  await store(engine, 'input_notes', accounts.flatMap(notes));
  await store(
    engine,
    'input_columns',
    accounts.flatMap(({ input, file, columns }) =>
      columns.map((column, place) => ({ input, file, place, ...column })),
    ),
  );
  await storeBoundaryNames(engine, [], []);
  return accounts.map(({ columns: _, groups: _groups, ...account }) => account);
}

/** Makes the table of how shapes of the boundaries found municipalities; those without a shape stand at its end. */
export async function storeBoundaryNames(
  engine: Engine,
  found: MatchReport['found'],
  municipalities: readonly { municipality_id: string }[],
): Promise<void> {
  const covered = new Set(found.map(({ municipality_id }) => municipality_id));
  const left = municipalities
    .filter(({ municipality_id }) => !covered.has(municipality_id))
    .map(({ municipality_id }) => ({ shape: '', way: 'no-shape', municipality_id }));
  await store(
    engine,
    'boundary_names',
    [...found, ...left].map((row, place) => ({ place, ...row })),
  );
}
