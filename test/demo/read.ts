import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { makeDemo, makeWorld } from '../../src/demo/set.ts';

const folder = join(import.meta.dirname, '../../data/demo');

/** The generator's world and files, made once for all tests of a file. */
export const world = makeWorld();
export const made = makeDemo(world);

/** Paths of the committed files under data/demo. */
export function committedPaths(): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map((e) => relative(folder, join(e.parentPath, e.name)));
}

export const bytesOf = (path: string): Buffer => readFileSync(join(folder, path));

export function textOf(path: string, encoding = 'utf-8'): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytesOf(path));
}

export type Line = Readonly<Record<string, string>>;

/** Rows of a committed file by header. The generator never quotes a cell, so splitting is parsing. */
export function linesOf(path: string): Line[] {
  const text = textOf(path, path === 'results-vpr-2019.csv' ? 'windows-1251' : 'utf-8');
  const [head = '', ...rest] = text.trimEnd().split('\n');
  const delimiter = head.includes(';') ? ';' : ',';
  const header = head.split(delimiter);
  return rest.map((line) => {
    const cells = line.split(delimiter);
    return Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']));
  });
}

export const vprYears = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

/** School-level ВПР rows of one year without the rows of totals. */
export const vprLines = (year: number) =>
  linesOf(`results-vpr-${year}.csv`).filter((line) => line.Логин !== '');

export const sum = (lines: readonly Line[], column: string) =>
  lines.reduce((total, line) => total + Number(line[column]), 0);

/** Share of "2" over rows. */
export const failRate = (lines: readonly Line[]) => sum(lines, '2') / sum(lines, 'Кол-во участников');
