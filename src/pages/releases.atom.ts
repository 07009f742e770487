import type { APIContext } from 'astro';
import { releasesFeed } from '../site/feed.ts';

/** The releases as an Atom feed. */
export const GET = ({ site }: APIContext): Response =>
  new Response(releasesFeed(site), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
