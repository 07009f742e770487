import type { APIRoute } from 'astro';
import { orderIndicators, otherIndicators } from '../../../indicators/catalogue.ts';
import { languageOf } from '../../../site/links.ts';
import { notePage } from '../../../site/packed-note.ts';
import { notePaths } from '../../../site/paths.ts';

export const getStaticPaths = notePaths;

const entries = [...orderIndicators, ...otherIndicators];

export const GET: APIRoute = ({ params, props }) => {
  const { level } = props as { level: 'school' | 'municipality' | 'region' };
  const of = level === 'region' ? { level } : { level, id: params.id ?? '' };
  const note = notePage(of, entries, languageOf(params.lang));
  return new Response(new Uint8Array(note), { headers: { 'content-type': 'application/gzip' } });
};
