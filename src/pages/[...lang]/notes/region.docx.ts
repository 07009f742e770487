import type { APIRoute } from 'astro';
import { orderIndicators, otherIndicators } from '../../../indicators/catalogue.ts';
import { languageOf, languagePaths } from '../../../site/links.ts';
import { noteFile } from '../../../site/note-file.ts';

export const getStaticPaths = languagePaths;

const entries = [...orderIndicators, ...otherIndicators];

/** The analytical note on the region as a Word document. */
export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await noteFile({ level: 'region' }, entries, languageOf(params.lang))), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  });
