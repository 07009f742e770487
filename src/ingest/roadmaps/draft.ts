import type { Level } from '../../contract/vocabulary.ts';
import type { TableCell, TextTable } from '../table-cells.ts';
import { type DraftColumn, type DraftColumns, readHeader } from './draft-columns.ts';
import { cellLevel, headingLevel, isLevelAlone } from './draft-levels.ts';
import { moment } from './moments.ts';
import { withoutNames } from './roles.ts';

/** One activity as a table words it; a cell that says nothing is ''. */
export interface DraftItem extends Record<Exclude<DraftColumn, 'level'>, string> {
  level: Level;
}

/** What was understood of tables that look like road maps. */
export interface Draft {
  items: DraftItem[];
  /** Captions, those next to the tables last. */
  captions: string[];
  /** Tables that have a road map's header. */
  tables: number;
  /** Rows of tables in which no header was found. */
  unread: number;
  /** Items from which names of people were taken. */
  named: number;
  /** Items without a number of their own, or with one that was there before. */
  renumbered: number;
  /** Items of which nothing told the level. */
  levelAssumed: number;
}

const assumedLevel: Level = 'municipality';
const worded = ['section', 'title', 'form', 'responsible_role', 'expected_result'] as const;

/** Marks of lists are no part of a text, and a spreadsheet takes some of them for a formula. */
const plain = (text: string): string => text.replace(/^[\s=+\-–—•·*@]+/u, '').trim();

const leads = (row: readonly TableCell[]): TableCell[] =>
  row.filter(({ text, covered }) => text !== '' && covered !== 'left');

/** A text alone in its row: the heading of a section, or a title above a table. */
function headingOf(row: readonly TableCell[], columns: DraftColumns | null): string | null {
  const [only, ...more] = leads(row);
  if (only && more.length === 0 && only.covered === '' && /\p{L}/u.test(only.text)) return only.text;
  // «1. | Организационная работа»: a number and a title, and not one word of when or who.
  const [item, title] = [columns?.get('item') ?? -1, columns?.get('title') ?? -1];
  const alone = row.every(
    ({ text, covered }, i) => i === item || i === title || text === '' || covered === 'left',
  );
  const number = row[item]?.text ?? '';
  return alone && /^([IVX]+|\d+)\.?$/u.test(number) && row[title]?.text
    ? `${number} ${row[title].text}`
    : null;
}

/** «1 | 2 | 3 | 4» below a header. */
const isCounting = (row: readonly TableCell[]): boolean => {
  const own = leads(row).filter(({ covered }) => covered === '');
  return own.length > 2 && own.every(({ text }, i) => text.replace(/\.$/, '') === String(i + 1));
};

function isoDay(text: string): string {
  const found = moment(text.replace(/\s*г\.?$/, '').trim());
  if (found?.year == null || found.day === null) return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '';
  return `${found.year}-${String(found.month).padStart(2, '0')}-${String(found.day).padStart(2, '0')}`;
}

class Reader {
  readonly draft: Draft = {
    ...{ items: [], captions: [], tables: 0, unread: 0 },
    ...{ named: 0, renumbered: 0, levelAssumed: 0 },
  };
  private columns: DraftColumns | null = null;
  private width = 0;
  private level: Level | null = null;
  private section = '';
  private readonly numbers = new Set<string>();

  table({ captions, rows }: TextTable): void {
    const width = Math.max(0, ...rows.map((row) => row.length));
    // Word cuts a long table in two and leaves the second half without a header.
    if (width !== this.width || captions.length > 0) this.columns = null;
    this.width = width;
    for (const caption of captions) this.heading(caption, false);
    for (const row of rows) this.row(row);
  }

  private heading(text: string, inTable: boolean): void {
    if (!inTable) this.draft.captions.push(text);
    const level = headingLevel(text);
    if (level) this.level = level;
    if (inTable) this.section = isLevelAlone(text) ? '' : plain(text);
    else if (level) this.section = '';
  }

  private row(row: readonly TableCell[]): void {
    const header = readHeader(row);
    if (header) {
      this.columns = header;
      this.draft.tables++;
      return;
    }
    const heading = headingOf(row, this.columns);
    if (heading !== null) this.heading(heading, this.columns !== null);
    else if (leads(row).length === 0 || isCounting(row)) return;
    else if (this.columns) this.item(row, this.columns);
    else this.draft.unread++;
  }

  private item(row: readonly TableCell[], columns: DraftColumns): void {
    const cell = (name: DraftColumn): TableCell | undefined => row[columns.get(name) ?? -1];
    const text = (name: DraftColumn): string => plain(cell(name)?.text ?? '');
    const last = this.draft.items.at(-1);
    if (cell('title')?.covered === 'above' && last) {
      this.continue(last, row, columns);
      return;
    }
    const title = text('title');
    if (title === '') {
      this.draft.unread++;
      return;
    }
    const told = cellLevel(text('level')) ?? this.level;
    if (told === null) this.draft.levelAssumed++;
    const item: DraftItem = {
      ...{ item: this.number(cell('item')), level: told ?? assumedLevel },
      ...{ section: text('section') || this.section, title, form: text('form') },
      ...{
        period_text: (cell('period_text')?.text ?? '').trim(),
        responsible_role: text('responsible_role'),
      },
      ...{ expected_result: text('expected_result'), target_unit: text('target_unit') },
      target: /^\d+([.,]\d+)?$/.test(text('target')) ? text('target').replace(',', '.') : '',
      done_on: isoDay(text('done_on')),
    };
    this.draft.items.push(item);
  }

  /** A further row of an activity whose title spans several: what is new in it belongs to the same activity. */
  private continue(last: DraftItem, row: readonly TableCell[], columns: DraftColumns): void {
    for (const name of ['period_text', 'responsible_role', 'form', 'expected_result'] as const) {
      const { text = '', covered } = row[columns.get(name) ?? -1] ?? {};
      if (covered === '' && text !== '' && text !== last[name])
        last[name] = last[name] === '' ? text : `${last[name]}; ${text}`;
    }
  }

  private number(cell: TableCell | undefined): string {
    const own =
      cell?.covered === ''
        ? plain(cell.text)
            .replace(/[.)\s]+$/, '')
            .slice(0, 40)
        : '';
    const base = own === '' ? String(this.draft.items.length + 1) : own;
    let item = base;
    for (let n = 2; this.numbers.has(item); n++) item = `${base}-${n}`;
    this.numbers.add(item);
    if (item !== own) this.draft.renumbered++;
    return item;
  }
}

/** Takes names of people out of an item, in place. */
function removeNames(item: DraftItem): boolean {
  let found = false;
  for (const name of worded) {
    const left = withoutNames(item[name]) ?? '';
    found ||= left !== item[name];
    item[name] = left;
  }
  return found;
}

/** Reads tables with the customary columns of a road map. No item when none has its header. */
export function draftRoadmap(tables: readonly TextTable[]): Draft {
  const reader = new Reader();
  for (const table of tables) reader.table(table);
  const { draft } = reader;
  draft.named = draft.items.filter(removeNames).length;
  draft.items = draft.items.filter(({ title }) => title !== '');
  return draft;
}
