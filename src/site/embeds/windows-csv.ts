import type { CsvCell, CsvTable } from '../../contract/separated.ts';
import { lieOf, type SchoolWindow, schoolWindows, spanned } from '../windows.ts';
import { isRequired, type Work, works } from '../works.ts';
import type { Subject } from './subjects.ts';

const rounded = (values: readonly number[]): number[] => values.map((value) => Number(value.toFixed(6)));

function windowCells({ from, to, grades, participants, region, oval }: SchoolWindow): CsvCell[] {
  const level = spanned(oval.level, oval.shape[0], 0);
  const change = spanned(oval.change, oval.shape[2]);
  const spans = [oval.levelRange, level, oval.changeRange, change].flatMap(({ low, high }) => [low, high]);
  const [region_share = 0, ...rest] = rounded([region, ...spans]);
  const cells = [...rest.slice(0, 4), region_share, ...rest.slice(4)];
  return [from, to, grades.join(' '), participants, ...cells, lieOf(oval), null];
}

const columns = [
  ...['level', 'entity_id', 'entity_name', 'procedure', 'subject', 'year_from', 'year_to', 'grades'],
  ...['participants', 'share_low', 'share_high', 'share_oval_low', 'share_oval_high', 'region_share'],
  ...['change_low', 'change_high', 'change_oval_low', 'change_oval_high', 'verdict', 'reason'],
];

/**
 * Three years of each required work together: share below the threshold, change relative to the region, the ends of
 * their ellipse, and where it lies to the line of no change. A work without three years to compare has its reason.
 */
export function windowsCsv({ level, id, name, entity }: Subject): CsvTable {
  const rowsOf = (work: Work): CsvCell[][] => {
    const own: CsvCell[] = [level, id, name, work.procedure, work.subject];
    const windows = schoolWindows(work);
    const nothing = Array.from({ length: columns.length - own.length - 1 }, () => null);
    return windows.length > 0
      ? windows.map((window) => [...own, ...windowCells(window)])
      : [[...own, ...nothing, 'no-data']];
  };
  return { columns, rows: works(entity.rows).filter(isRequired).flatMap(rowsOf) };
}
