import type { APIRoute } from 'astro';
import { orderIndicators, otherIndicators } from '../../../indicators/catalogue.ts';
import { languageOf } from '../../../site/links.ts';
import { noteFile } from '../../../site/note-file.ts';
import { municipalityPaths } from '../../../site/paths.ts';

export const getStaticPaths = municipalityPaths;

const entries = [...orderIndicators, ...otherIndicators];

/** The analytical note on a municipality as a Word document. */
export const GET: APIRoute = async ({ params }) => {
  const of = { level: 'municipality', id: params.id ?? '' } as const;
  return new Response(new Uint8Array(await noteFile(of, entries, languageOf(params.lang))), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  });
};
