import Papa from 'papaparse';
import type { DraftItem } from './draft.ts';
import type { Days } from './moments.ts';

const columns = [
  ...['item', 'level', 'section', 'title', 'form', 'period_text', 'responsible_role', 'expected_result'],
  ...['target', 'target_unit', 'done_on'],
] as const;

const own = (names: readonly string[]) => Object.fromEntries(names.map((from) => [from, { from }]));
const sourceColumns = ['roadmap_id', 'title', 'starts', 'ends'];

/** The inputs of dataset.json that read a draft. */
export const draftInputs = (id: string, dated: boolean) => [
  { id, files: `${id}.csv`, profile: `${id}.json` },
  ...(dated ? [{ id: `${id}-source`, files: `${id}-source.csv`, profile: `${id}-source.json` }] : []),
];

/**
 * Files of a source set that a draft comes down to: its rows, its days where they are known, and their profiles.
 * @param id of the road map; a slug
 */
export function draftFiles(
  id: string,
  title: string,
  items: readonly DraftItem[],
  span: Days | null,
): Record<string, string> {
  const used = columns.filter(
    (name) => ['item', 'level', 'title'].includes(name) || items.some((item) => item[name as 'title'] !== ''),
  );
  const csv = (fields: readonly string[], data: readonly (readonly string[])[]) =>
    `${Papa.unparse({ fields: [...fields], data: data.map((row) => [...row]) }, { newline: '\n' })}\n`;
  const profile = (value: object) =>
    `${JSON.stringify({ encoding: 'utf-8', delimiter: ',', ...value }, null, 2)}\n`;
  return {
    [`${id}.csv`]: csv(
      used,
      items.map((item) => used.map((name) => item[name as keyof DraftItem])),
    ),
    [`${id}.json`]: profile({ table: 'roadmaps', columns: own(used), constants: { roadmap_id: id } }),
    ...(span && {
      [`${id}-source.csv`]: csv(sourceColumns, [[id, title, span.from, span.to]]),
      [`${id}-source.json`]: profile({ table: 'roadmap_sources', columns: own(sourceColumns) }),
    }),
  };
}
