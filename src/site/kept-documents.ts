import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function kept(path: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const folder = process.env.DINAMIKA_DOCUMENTS;
  if (!folder) return make();
  const file = join(folder, path);
  if (existsSync(file)) return readFileSync(file);
  const made = await make();
  mkdirSync(dirname(file), { recursive: true });
  // Whole or not at all, also where two builds make the same one.
  const part = `${file}.${process.pid}`;
  writeFileSync(part, made);
  renameSync(part, file);
  return made;
}

/**
 * A Word document at its address: taken from an earlier build of the same release by the same program for the same
 * site, or made now and kept. The build names the folder; its name changes with all that decides what is in a document.
 */
export async function documentResponse({ pathname }: URL, make: () => Promise<Buffer>): Promise<Response> {
  return new Response(new Uint8Array(await kept(pathname, make)), { headers: { 'content-type': mediaType } });
}
