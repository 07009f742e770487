import type { APIContext } from 'astro';
import { schemaNames, schemaOf } from '../../../site/api/schemas.ts';
import { rootOf } from '../../../site/links.ts';

export const getStaticPaths = () => schemaNames.map((name) => ({ params: { name } }));

/** The JSON Schema of one kind of file. */
export const GET = ({ params, site }: APIContext): Response =>
  Response.json(schemaOf(params.name ?? '', rootOf(site)));
