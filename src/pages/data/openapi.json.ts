import type { APIContext } from 'astro';
import { openapi } from '../../site/api/openapi.ts';
import { rootOf } from '../../site/links.ts';

/** The description of the static files as an API. */
export const GET = ({ site }: APIContext): Response => Response.json(openapi(rootOf(site)));
