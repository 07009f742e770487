import type { APIRoute } from 'astro';
import { ownDataTemplate } from '../../site/own-data.ts';

/** The template of a file with the results of a school's pupils. */
export const GET: APIRoute = () =>
  new Response(ownDataTemplate(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
