import type { Column } from '../contract/column.ts';
import type { Profile, ProfileColumn } from '../contract/profile.ts';
import { falseWords, trueWords, valueAliases } from './aliases.ts';
import { spoiltSigns } from './spoilt.ts';
import { identifier, literal, literals } from './sql.ts';

/** SQL of one of our columns: its typed value, the code of what is wrong with its text, and whether it is withheld. */
export interface Cell {
  /** Our column. */
  name: string;
  /** Text of the cell, cleaned; NULL when missing or withheld. */
  text: string;
  /** `true` where the publisher withheld the value. */
  withheld: string;
  /** The number in the text, for numeric columns: `n_<name>` over `t_<name>`. */
  number?: string;
  /** Typed value over `t_<name>` and `n_<name>`. */
  value: string;
  /** Fault code or NULL over `t_<name>` and `n_<name>`. */
  fault: string;
}

/** Every kind of space that exports contain becomes a plain one; then the ends are trimmed. */
export const cleaned = (raw: string): string =>
  `trim(translate(${raw}, chr(160) || chr(8239) || chr(8201) || chr(9) || chr(65279), '     '))`;

const numberText = (text: string, profile: Profile): string => {
  let result = text;
  if (profile.thousands === ' ') result = `replace(${result}, ' ', '')`;
  else if (profile.thousands !== '') result = `replace(${result}, ${literal(profile.thousands)}, '')`;
  return profile.decimal === ',' ? `replace(${result}, ',', '.')` : result;
};

const plainNumber = String.raw`'[+-]?[0-9]+(\.[0-9]+)?%?'`;

function numberCell(
  name: string,
  column: Column,
  profile: Profile,
): Pick<Cell, 'number' | 'value' | 'fault'> {
  const text = identifier(`t_${name}`);
  const number = identifier(`n_${name}`);
  const plain = numberText(text, profile);
  const checks = [`WHEN ${text} IS NULL THEN NULL`, `WHEN ${number} IS NULL THEN 'not-a-number'`];
  const least = column.min;
  if (least !== undefined && least >= 0) checks.push(`WHEN ${number} < 0 THEN 'negative-count'`);
  if (column.type === 'integer') checks.push(`WHEN ${number} <> floor(${number}) THEN 'fractional-count'`);
  if (least === 1) checks.push(`WHEN ${number} = 0 THEN 'zero-count'`);
  if (least !== undefined) checks.push(`WHEN ${number} < ${least} THEN 'out-of-range'`);
  checks.push(`WHEN ${number} > ${column.max ?? 1e9} THEN 'out-of-range'`);
  return {
    number: `CASE WHEN regexp_full_match(${plain}, ${plainNumber}) THEN try_cast(rtrim(${plain}, '%') AS DOUBLE) END`,
    value: `try_cast(${number} AS ${column.sql})`,
    fault: `CASE ${checks.join(' ')} END`,
  };
}

function booleanCell(text: string): Pick<Cell, 'value' | 'fault'> {
  const value = `CASE WHEN lower(${text}) IN (${literals(trueWords)}) THEN true WHEN lower(${text}) IN (${literals(falseWords)}) THEN false END`;
  return { value, fault: `CASE WHEN ${text} IS NOT NULL AND (${value}) IS NULL THEN 'not-yes-or-no' END` };
}

function dateCell(text: string): Pick<Cell, 'value' | 'fault'> {
  const value = `CAST(coalesce(try_strptime(${text}, '%Y-%m-%d'), try_strptime(${text}, '%d.%m.%Y')) AS DATE)`;
  return { value, fault: `CASE WHEN ${text} IS NOT NULL AND (${value}) IS NULL THEN 'not-a-date' END` };
}

function closedListCell(
  name: string,
  values: readonly string[],
  text: string,
): Pick<Cell, 'value' | 'fault'> {
  const aliases = Object.entries(valueAliases[name] ?? {});
  const cases = aliases.map(([from, to]) => `WHEN ${literal(from)} THEN ${literal(to)}`);
  const own = values.map((value) => `WHEN ${literal(value)} THEN ${literal(value)}`);
  const value = `CASE lower(${text}) ${[...own, ...cases].join(' ')} END`;
  return { value, fault: `CASE WHEN ${text} IS NOT NULL AND (${value}) IS NULL THEN 'unknown-value' END` };
}

/** Characters of the longest cell, as in Excel. */
const longestCell = 32_767;

/** Texts that no table means: rows run together, and letters that were read in the wrong encoding. */
function textFault(text: string): string {
  const spoilt = spoiltSigns
    .map(({ pattern }) => `regexp_matches(${text}, ${literal(pattern)})`)
    .join(' OR ');
  return `CASE WHEN length(${text}) > ${longestCell} THEN 'long-cell' WHEN ${spoilt} THEN 'spoilt-cell' END`;
}

function typed(name: string, column: Column, profile: Profile): Pick<Cell, 'number' | 'value' | 'fault'> {
  const text = identifier(`t_${name}`);
  if (column.type === 'integer' || column.type === 'decimal') return numberCell(name, column, profile);
  if (column.type === 'boolean') return booleanCell(text);
  if (column.type === 'date') return dateCell(text);
  if (name === 'subject') {
    return {
      value: 'subject_id',
      fault: "CASE WHEN t_subject IS NOT NULL AND subject_id IS NULL THEN 'unknown-subject' END",
    };
  }
  if (column.values) return closedListCell(name, column.values, text);
  return { value: text, fault: textFault(text) };
}

function mapped(text: string, values: Record<string, string | number | boolean>): string {
  const cases = Object.entries(values).map(
    ([from, to]) => `WHEN ${literal(from)} THEN ${literal(String(to))}`,
  );
  return `CASE ${text} ${cases.join(' ')} ELSE ${text} END`;
}

/** A name as an identifier: what identifiers may not hold becomes a hyphen. */
export const nameAsId = (text: string): string =>
  `substring(trim(regexp_replace(${text}, '[^\\p{L}\\p{N}]+', '-', 'g'), '-'), 1, 64)`;

function sourceText(raw: string, rule: ProfileColumn | undefined, profile: Profile): string {
  let text = cleaned(raw);
  if (rule?.substring) text = `substring(${text}, ${rule.substring[0]}, ${rule.substring[1]})`;
  if (rule?.split) text = `trim(split_part(${text}, ${literal(rule.split[0])}, ${rule.split[1]}))`;
  if (rule?.id_from_name) text = nameAsId(text);
  const markers = [...profile.missing, ...profile.suppressed];
  const known =
    markers.length === 0 ? text : `CASE WHEN ${text} IN (${literals(markers)}) THEN NULL ELSE ${text} END`;
  const value = rule?.values ? mapped(known, rule.values) : known;
  if (rule?.missing_as === undefined || profile.missing.length === 0) return value;
  return `CASE WHEN ${text} IN (${literals(profile.missing)}) THEN ${literal(String(rule.missing_as))} ELSE ${value} END`;
}

/**
 * The SQL of one cell.
 * @param raw SQL of the file's column, or a literal for a constant
 */
export function cell(
  name: string,
  column: Column,
  raw: string,
  rule: ProfileColumn | undefined,
  profile: Profile,
): Cell {
  const withheld =
    profile.suppressed.length > 0 && rule ? `${cleaned(raw)} IN (${literals(profile.suppressed)})` : 'false';
  const { number, value, fault } = typed(name, column, profile);
  const unlisted =
    rule?.values && column.values === undefined
      ? `CASE WHEN ${identifier(`t_${name}`)} NOT IN (${literals(Object.values(rule.values).map(String))}) THEN 'unknown-value' END`
      : 'NULL';
  return {
    name,
    text: sourceText(raw, rule, profile),
    withheld,
    number,
    value,
    fault: unlisted === 'NULL' ? fault : `coalesce(${unlisted}, ${fault})`,
  };
}
