import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import type { Engine } from '../../contract/engine.ts';
import { Fault } from '../../contract/fault.ts';
import { type RoadmapOrigin, roadmapTables } from '../../contract/roadmap.ts';
import { readChecked } from '../source.ts';
import { identifier, literal } from '../sql.ts';
import type { SchoolCalendar } from './school-terms.ts';

const day = z.iso.date();

/** `source.json` of a road map: which order it is, and what is missing in it. */
const orderSchema = z.strictObject({
  title: z.string().min(1),
  title_en: z.string().min(1),
  body: z.string().min(1),
  body_en: z.string().min(1),
  number: z.string().min(1),
  dated: day,
  starts: day,
  ends: day,
  note: z.string().min(1),
  note_en: z.string().min(1),
});

const monthDay = z.string().regex(/^\d{2}-\d{2}$/);
const range = z.strictObject({ starts: monthDay, ends: monthDay });
const calendarSchema = z.strictObject({
  source: z.string().min(1),
  terms: z.array(range).length(4),
  school_year: range,
});

/** The usual school calendar that wordings such as «до четвертой четверти» are read by. */
export const readCalendar = (folder: string): SchoolCalendar =>
  readChecked(calendarSchema, join(folder, 'school-calendar.json'), 'school-calendar.json');

/** Ids of the road maps of orders that are kept in a folder. */
export const orderIds = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

const cell = (type: string, text: string | undefined): string => {
  if (text === undefined || text === '') return 'NULL';
  return type === 'decimal' || type === 'integer' ? String(Number(text)) : literal(text);
};

async function stage(engine: Engine, folder: string, id: string, origin: RoadmapOrigin): Promise<void> {
  const source = readChecked(orderSchema, join(folder, id, 'source.json'), `${id}/source.json`);
  const names = Object.keys(source).join(', ');
  const values = Object.values(source).map(literal).join(', ');
  await engine.run(`INSERT INTO staged_roadmap_sources (_rows, roadmap_id, origin, ${names})
    VALUES (0, ${literal(id)}, ${literal(origin)}, ${values})`);
  const file = join(folder, id, 'roadmap.csv');
  const { data, errors } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  if (errors[0]) throw new Fault('invalid-reference', { file, line: (errors[0].row ?? 0) + 2 });
  const { columns } = roadmapTables.roadmaps;
  const given = Object.entries(columns).filter(([name]) => data[0] && name in data[0]);
  const rows = data.map(
    (row, i) =>
      `(0, ${i + 1}, ${literal(id)}, ${given.map(([name, { type }]) => cell(type, row[name])).join(', ')})`,
  );
  await engine.run(`INSERT INTO staged_roadmaps (_rows, _row, roadmap_id, ${given.map(([name]) => identifier(name)).join(', ')})
    VALUES ${rows.join(', ')}`);
}

/**
 * Stages the road maps of orders beside those of the source set.
 * @param chosen ids that the source set names; all of the folder, none of them chosen, when absent
 * @throws Fault for one that is not there or not as it should be
 */
export async function stageOrders(engine: Engine, folder: string, chosen?: readonly string[]): Promise<void> {
  const known = orderIds(folder);
  const wanted = chosen ?? known;
  const unknown = wanted.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new Fault(
      'unknown-roadmap',
      { file: 'dataset.json', key: 'roadmaps' },
      { id: unknown, known: known.join(', ') },
    );
  for (const id of wanted) await stage(engine, folder, id, chosen ? 'chosen' : 'order');
}
