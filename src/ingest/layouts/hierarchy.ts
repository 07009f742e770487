import type { ProfileDraft } from '../../contract/profile.ts';

/** A group of participants as native sheets list them: whole sample → region → municipality → school. */
export interface Group {
  level: 'school' | 'total';
  school_id: string;
  school_name: string;
  municipality_id: string;
  municipality_name: string;
}

/** Columns that every flattened sheet starts with. */
export const groupHeader = ['level', 'school_id', 'school_name', 'municipality_id', 'municipality_name'];

export const groupCells = (group: Group): string[] => [
  group.level,
  group.school_id,
  group.school_name,
  group.municipality_id,
  group.municipality_name,
];

/** Our columns of the groups; rows that are no school are left out as totals. */
export const groupColumns: ProfileDraft['columns'] = {
  school_id: { from: 'school_id' },
  school_name: { from: 'school_name' },
  municipality_id: { from: 'municipality_id' },
  municipality_name: { from: 'municipality_name' },
};
export const groupFilters: NonNullable<ProfileDraft['filters']> = [
  { from: 'level', drop: ['total'], reason: 'total' },
  { from: 'level', drop: ['part'], reason: 'part-of-group' },
  { from: 'level', drop: ['note'], reason: 'note' },
];

const schoolLogin = /(?<![\p{L}\p{N}])((?:sch|edu)\d{4,})(?!\d)/iu;
const districtLogin = /(?<![\p{L}\p{N}])(reg\d+_m\d+)(?![\p{L}\p{N}])/iu;

/** Name of a group without its login, brackets and the marks between. */
const nameWithout = (text: string, login: string): string =>
  text
    .replace(login, '')
    .replace(/\(\s*\)/u, '')
    .replace(/^[\s|,;:–-]+|[\s|,;:–-]+$/gu, '')
    .trim();

const idOf = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);

/** True when any of the texts holds a school's login: without one a school cannot be told from a municipality. */
export const hasLogins = (texts: readonly string[]): boolean => texts.some((text) => schoolLogin.test(text));

/**
 * Walks down a native sheet: a row with a login is a school, any other a total; the last total before a school is its
 * municipality.
 */
export function hierarchy(): (text: string) => Group {
  let district = { id: '', name: '' };
  return (text) => {
    const [, login] = schoolLogin.exec(text) ?? [];
    const { id, name } = district;
    if (login !== undefined) {
      return {
        level: 'school',
        school_id: login.toLowerCase(),
        school_name: nameWithout(text, login),
        municipality_id: id,
        municipality_name: name,
      };
    }
    const [, code] = districtLogin.exec(text) ?? [];
    const named = code === undefined ? text.trim() : nameWithout(text, code);
    district = { id: code?.toLowerCase() ?? idOf(named), name: named };
    return { level: 'total', school_id: '', school_name: '', municipality_id: '', municipality_name: '' };
  };
}
