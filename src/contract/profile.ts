import { z } from 'zod';
import { type CanonicalTable, canonical, pupil } from './canonical.ts';
import type { Table } from './column.ts';

/** Names and places that a row of results may carry along; ingest makes `schools` and `municipalities` of them. */
export const carried = ['school_name', 'municipality_id', 'municipality_name'] as const;

/** Tables that a profile can fill: the canonical ones and `pupils`, which ingest aggregates into `results`. */
export const profileTables = {
  ...canonical,
  pupils: pupil,
} as const satisfies Record<string, Table>;

export type ProfileTable = CanonicalTable | 'pupils';

/** Our columns that a profile of a table may fill. */
export function columnsOf(table: ProfileTable): string[] {
  const columns = Object.keys(profileTables[table].columns);
  return table === 'results' || table === 'pupils' ? [...columns, ...carried] : columns;
}

const columnSchema = z.strictObject({
  /** Header of the file's column, compared without case, surrounding space and repeated space. */
  from: z.string().min(1),
  /** Takes a part of the text: start (from 1) and length. */
  substring: z.tuple([z.int().positive(), z.int().positive()]).optional(),
  /** Takes the n-th part (from 1) of a text such as `edu223379 | МКОУ …`; a text without the mark is its own first part. */
  split: z.tuple([z.string().min(1), z.int().positive()]).optional(),
  /** Makes an identifier of a name, where a publisher gives no code: spaces become hyphens, quotes go. */
  id_from_name: z.literal(true).optional(),
  /** Source text → our value. With `values`, any text that is not listed is rejected. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** A missing marker that stands for a number (an empty cell that means 0). */
  missing_as: z.number().optional(),
  /** The cell holds a percentage of the row's participants and becomes a count. */
  percent: z.literal(true).optional(),
});

const filterSchema = z.strictObject({
  from: z.string().min(1),
  /** Rows with one of these texts are excluded. */
  drop: z.array(z.string()).min(1).optional(),
  /** Rows with any other text are excluded. */
  keep: z.array(z.string()).min(1).optional(),
  /** Counted in the report: `total`, `absent`, `other-subject` … */
  reason: z.string().regex(/^[a-z][a-z0-9-]*$/),
});

const anchorSchema = z.strictObject({
  from: z.string().min(1),
  /** All texts that the column may hold, beside nothing at all; compared without case. */
  values: z.array(z.string().min(1)).min(1),
});

const unpivotSchema = z.strictObject({
  /** Header of a file column → values that it stands for: `"4 РУ": { "grade": 4, "subject": "russian" }`. */
  columns: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number()]))),
  /** Our column that takes the cells' values. */
  into: z.string().min(1),
});

/** A declarative profile: how a publisher's columns become ours. One JSON file, no code. */
export const profileSchema = z.strictObject({
  $schema: z.string().optional(),
  table: z.enum(Object.keys(profileTables) as [ProfileTable, ...ProfileTable[]]),
  format: z.enum(['csv', 'xlsx']).default('csv'),
  /** Sheet of a workbook: its name, or its number from 0; may be left out when only one has data. */
  sheet: z.union([z.string().min(1), z.int().nonnegative()]).optional(),
  /** Repeats the value of merged cells over their range down to the header: for headers of several rows. */
  fill_merged_header: z.boolean().default(false),
  encoding: z.enum(['auto', 'utf-8', 'windows-1251', 'utf-16le', 'utf-16be']).default('auto'),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  decimal: z.enum(['.', ',']).default('.'),
  /** Characters that group digits and are dropped from numbers. Space covers every kind of space. */
  thousands: z.enum(['', ',', '.', ' ', "'"]).default(''),
  /** Line of the header; lines before it are skipped. */
  header_row: z.int().positive().default(1),
  columns: z.record(z.string(), columnSchema),
  constants: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** Texts that mean "not known". */
  missing: z.array(z.string()).default(['']),
  /** Texts that mean "known and withheld by the publisher". Suppressed is not missing. */
  suppressed: z.array(z.string()).default([]),
  filters: z.array(filterSchema).default([]),
  unpivot: unpivotSchema.optional(),
  /** Rows of `results` that add their columns to those that another file gives for the same school and work. */
  part: z.boolean().default(false),
  /** A column with few possible texts (`пол`): another text there means that the row's cells have shifted. */
  anchor: anchorSchema.optional(),
  /** Columns that together name a pupil within the file; they are compared, never kept. Repeats stop the ingest. */
  unique: z.array(z.string().min(1)).default([]),
  /** Columns known and not used, so that a new column in the file is noticed and not silently lost. */
  ignore: z.array(z.string()).default([]),
});

export type Profile = z.infer<typeof profileSchema>;
/** A profile as it is written: what has a default may be left out. */
export type ProfileDraft = z.input<typeof profileSchema>;
export type ProfileColumn = z.infer<typeof columnSchema>;
