import type { APIRoute } from 'astro';
import { languageOf } from '../../../site/links.ts';
import { roadmapCalendar } from '../../../site/roadmap-files.ts';
import { roadmap, roadmapPaths } from '../../../site/roadmaps.ts';

export const getStaticPaths = roadmapPaths;

/** The times of a road map as a calendar file. */
export const GET: APIRoute = ({ params, site }) =>
  new Response(roadmapCalendar(roadmap(params.id), languageOf(params.lang), site), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
