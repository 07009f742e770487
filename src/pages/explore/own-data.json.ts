import type { APIRoute } from 'astro';
import { background } from '../../site/own-data.ts';

/** Published marks that the page about one's own data compares with; loaded before a file can be chosen. */
export const GET: APIRoute = () => new Response(JSON.stringify(background()));
