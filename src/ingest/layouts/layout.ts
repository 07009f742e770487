import type { ProfileDraft } from '../../contract/profile.ts';
import { normaliseHeader } from '../header-name.ts';
import type { Rewrite } from '../sheet.ts';

/** The first rows of a sheet or a delimited text, and its names. */
export interface Sighting {
  fileName: string;
  /** Undefined for delimited text. */
  sheetName?: string;
  /** Row n at index n − 1. */
  head: readonly (readonly string[])[];
}

/** What a layout makes of a sighting. */
export interface Recognised {
  /** 0 to 1: the share of what tells this layout that is there. */
  confidence: number;
  /** Row of the header, from 1. Rows above are titles. */
  headerRow: number;
  /** Format, encoding, delimiter, decimal mark and sheet are filled in by the caller. */
  profile: ProfileDraft;
  /** For sheets that no table of columns can describe: rows as the profile reads them. */
  rewrite?: () => Rewrite;
  /** Texts that say year, subject or grade beside file name, sheet name and titles, such as a header. */
  also?: string[];
}

/** An export form that is recognised by its content. */
export interface Layout {
  id: string;
  recognise(sighting: Sighting): Recognised | undefined;
}

/** A header found in a sheet: its row from 1, its names, and the share of the wanted ones. */
export interface FoundHeader {
  row: number;
  names: string[];
  share: number;
  /** The header that fits a pattern, as the file spells it. */
  like(pattern: RegExp): string | undefined;
  has(name: string): boolean;
}

const searched = 40;

/** The row of the head that holds most of the wanted headers. */
export function findHeader(head: Sighting['head'], wanted: readonly (string | RegExp)[]): FoundHeader {
  let best: FoundHeader = { row: 1, names: [], share: 0, like: () => undefined, has: () => false };
  for (const [i, cells] of head.slice(0, searched).entries()) {
    const normal = cells.map(normaliseHeader);
    const fits = (each: string | RegExp) =>
      typeof each === 'string'
        ? normal.includes(normaliseHeader(each))
        : normal.some((name) => each.test(name));
    const share = wanted.filter(fits).length / wanted.length;
    if (share <= best.share) continue;
    const names = cells.map((name) => name.trim());
    const like = (pattern: RegExp) => names[normal.findIndex((name) => pattern.test(name))];
    best = { row: i + 1, names, share, like, has: (name) => normal.includes(normaliseHeader(name)) };
  }
  return best;
}

/** Headers that a profile leaves aside: named ones and all that fit a pattern. */
export function ignored(
  names: readonly string[],
  used: readonly string[],
  patterns: readonly RegExp[],
): string[] {
  const taken = new Set(used.map(normaliseHeader));
  const rest = names.filter((name) => name !== '' && !taken.has(normaliseHeader(name)));
  return [...new Set(rest.filter((name) => patterns.some((pattern) => pattern.test(normaliseHeader(name)))))];
}

/** A header as it is compared. */
export const normalised = normaliseHeader;

/** A number of a cell, or undefined. */
export function numberOf(cell: string | undefined): number | undefined {
  const text = (cell ?? '')
    .replace(/[\s\u00a0\u202f]/gu, '')
    .replace(',', '.')
    .replace(/%$/, '');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** True when the block of numbers are percentages: they add up to 100, and the participants are another number. */
export function arePercents(
  participants: number | undefined,
  cells: readonly (number | undefined)[],
): boolean {
  const sum = cells.reduce<number>((total, cell) => total + (cell ?? 0), 0);
  const whole = cells.every((cell) => cell === undefined || Number.isInteger(cell));
  return Math.abs(sum - 100) <= 1.5 && !(whole && participants === sum);
}
