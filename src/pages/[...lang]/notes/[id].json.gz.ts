import { gzipSync } from 'node:zlib';
import type { APIRoute } from 'astro';
import { orderIndicators, otherIndicators } from '../../../indicators/catalogue.ts';
import { languageOf } from '../../../site/links.ts';
import { noteJson } from '../../../site/note.ts';
import { notePaths } from '../../../site/paths.ts';

export const getStaticPaths = notePaths;

const entries = [...orderIndicators, ...otherIndicators];

/**
 * The analytical note on a school, a municipality or the region, for the page that shows and prints notes. Packed where it
 * lies: there is one for every school, release and language, and a country has 40,000 schools.
 */
export const GET: APIRoute = ({ params, props }) => {
  const { level } = props as { level: 'school' | 'municipality' | 'region' };
  const of = level === 'region' ? { level } : { level, id: params.id ?? '' };
  const note = JSON.stringify(noteJson(of, entries, languageOf(params.lang)));
  return new Response(gzipSync(note, { level: 9 }), { headers: { 'content-type': 'application/gzip' } });
};
