import type { APIRoute } from 'astro';
import { languageOf } from '../../../site/links.ts';
import { roadmapTable } from '../../../site/roadmap-files.ts';
import { roadmap, roadmapPaths } from '../../../site/roadmaps.ts';

export const getStaticPaths = roadmapPaths;

/** A road map with its states as CSV. */
export const GET: APIRoute = ({ params }) =>
  new Response(roadmapTable(roadmap(params.id), languageOf(params.lang)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
