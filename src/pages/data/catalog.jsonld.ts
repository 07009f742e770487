import type { APIContext } from 'astro';
import { dcat } from '../../site/api/catalog.ts';
import { rootOf } from '../../site/links.ts';

/** The release as an entry of a catalogue of open data. */
export const GET = ({ site }: APIContext): Response =>
  new Response(JSON.stringify(dcat(rootOf(site))), { headers: { 'content-type': 'application/ld+json' } });
