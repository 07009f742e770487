import type { APIContext } from 'astro';
import { citationFile } from '../../site/api/catalog.ts';
import { rootOf } from '../../site/links.ts';

/** How to cite the release, for programs. */
export const GET = ({ site }: APIContext): Response => new Response(citationFile(rootOf(site)));
