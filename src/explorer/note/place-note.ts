import { dynamicsChart } from '../../charts/dynamics.ts';
import { markup } from '../../charts/finish.ts';
import type { Block, NoteFile, NoteParty, Section } from '../../contract/blocks.ts';
import type { ResultRow } from '../../contract/public.ts';
import { EngineError } from '../../query/errors.ts';
import { loadJson, openRelease, type Release } from '../../query/release.ts';
import type { NoteConfig } from './config.ts';
import type { NoteText } from './document.ts';
import type { NoteRequest } from './request.ts';

/** Pixels: the width that a figure of a note is drawn for. */
export const figureWidth = 640;

const folders = { school: 'schools/', municipality: 'municipalities/', region: '' } as const;

/** The published file of a school, a municipality or the region. */
export const entityFile = ({ level, id }: Pick<NoteParty, 'level' | 'id'>): string =>
  `${folders[level]}${id}.json`;

/** Some hosts say of a packed file that it is packed, and the browser has then unpacked it already. */
async function unpacked(response: Response): Promise<unknown> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return JSON.parse(new TextDecoder().decode(bytes));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
}

async function fetchNote(address: string, id: string): Promise<NoteFile> {
  const response = await fetch(address).catch((error) => {
    throw new EngineError('data-missing', String(error), `${id}.json`);
  });
  if (!response.ok) throw new EngineError('data-missing', `status ${response.status}`, `${id}.json`);
  const file = (await unpacked(response).catch(() => null)) as NoteFile | null;
  if (!Array.isArray(file?.sections) || !Array.isArray(file.parties))
    throw new EngineError('data-damaged', 'not a note', `${id}.json`);
  return file;
}

function drawn(
  block: Block,
  parties: readonly (NoteParty & { rows: ResultRow[] })[],
  config: NoteConfig,
): Block {
  if (block.kind !== 'figure' || !block.work) return block;
  const { procedure, subject } = block.work;
  const series = parties.map(({ label, level, rows }) => ({
    label,
    level,
    rows: rows.filter((row) => row.procedure === procedure && row.subject === subject),
  }));
  const { threshold, minParticipants, lang } = config;
  const options = { document, width: figureWidth, lang };
  return { ...block, wide: markup(dynamicsChart({ series, threshold, minParticipants }, options)) };
}

/**
 * The note on a school, a municipality or the region: its words as the site wrote them, its figures drawn here from the
 * same published rows.
 * @throws EngineError `data-missing`, `data-damaged`
 */
export async function placeNote(
  request: Exclude<NoteRequest, { of: 'view' }>,
  config: NoteConfig,
): Promise<{ note: NoteText; parties: readonly NoteParty[]; release: Release }> {
  const id = request.of === 'region' ? 'region' : request.id;
  const [file, release] = await Promise.all([
    fetchNote(`${config.notes}${encodeURIComponent(id)}.json.gz`, id),
    openRelease(config.base, { latest: config.latest }),
  ]);
  if (file.release !== release.manifest.release || file.parties[0]?.level !== request.of)
    throw new EngineError('data-damaged', `note of ${file.release}`, `${id}.json`);
  const parties = await Promise.all(
    file.parties.map(async (party) => ({
      ...party,
      rows: (await loadJson<{ results: ResultRow[] }>(release, entityFile(party))).results,
    })),
  );
  const sections = file.sections.map(
    (section): Section => ({
      ...section,
      blocks: section.blocks.map((block) => drawn(block, parties, config)),
    }),
  );
  return {
    note: { name: file.name, sections: [...sections, config.method, config.proposals] },
    parties: file.parties,
    release,
  };
}
