import type { ColumnFate } from '../contract/public.ts';
import { type Header, normaliseHeader } from './header.ts';
import type { SourceFile } from './source.ts';

const fate = (use: ColumnFate['use'], file_column: string, our_column = '', constant = ''): ColumnFate => ({
  use,
  file_column,
  our_column,
  constant,
});

/** How the profile uses one column of the file; a column may fill several of ours. */
function usesOf(name: string, { profile }: SourceFile): ColumnFate[] {
  const same = (other: string) => normaliseHeader(other) === normaliseHeader(name);
  const block = Object.entries(profile.unpivot?.columns ?? {}).filter(([from]) => same(from));
  return [
    ...Object.entries(profile.columns)
      .filter(([, { from }]) => same(from))
      .map(([ours]) => fate('value', name, ours)),
    ...block.map(([, values]) =>
      fate('block', name, [profile.unpivot?.into ?? '', ...Object.keys(values)].join(' ')),
    ),
    ...(profile.filters.some(({ from }) => same(from)) ? [fate('filter', name)] : []),
    ...(profile.anchor && same(profile.anchor.from) ? [fate('check', name)] : []),
    ...(profile.unique.some(same) ? [fate('compared', name)] : []),
  ];
}

/**
 * What each column of a file became, in the order of the file, then the constants that stand for columns it lacks.
 * @param dropped headers of personal data, which were never read
 */
export function columnFates(header: Header, file: SourceFile, dropped: readonly string[]): ColumnFate[] {
  const personal = new Set(dropped.map(normaliseHeader));
  const columns = header.names
    .filter((name) => name.trim() !== '')
    .flatMap((name) => {
      if (personal.has(normaliseHeader(name))) return [fate('personal', name)];
      const uses = usesOf(name, file);
      return uses.length > 0 ? uses : [fate('ignored', name)];
    });
  const constants = Object.entries({ ...file.profile.constants, ...file.input.constants });
  const given = constants.map(([ours, value]) => fate('constant', '', ours, String(value)));
  return [...columns, ...given];
}
