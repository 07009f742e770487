import type { StateProblem } from '../state.ts';

/** What a note is asked for, as it stands in the address. */
export type NoteRequest =
  | { of: 'region' }
  | { of: 'municipality' | 'school'; id: string }
  /** `search`: the explorer's own address. */
  | { of: 'view'; search: URLSearchParams };

/** Reads an address. Never throws: what is not known becomes the region and is named. */
export function readRequest(params: URLSearchParams): { request: NoteRequest; problems: StateProblem[] } {
  const of = params.get('of') ?? 'region';
  const id = params.get('id') ?? '';
  if (of === 'view') {
    const search = new URLSearchParams([...params].filter(([name]) => name !== 'of'));
    return { request: { of, search }, problems: [] };
  }
  if (of === 'region') return { request: { of }, problems: [] };
  if ((of === 'municipality' || of === 'school') && id !== '') return { request: { of, id }, problems: [] };
  const value = of === 'municipality' || of === 'school' ? `id=${id}` : of;
  return { request: { of: 'region' }, problems: [{ field: 'of', value }] };
}

/** The address of a note on a place. */
export const writeRequest = (request: Exclude<NoteRequest, { of: 'view' }>): string =>
  request.of === 'region' ? '?of=region' : `?${new URLSearchParams({ of: request.of, id: request.id })}`;
