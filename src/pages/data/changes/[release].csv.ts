import Papa from 'papaparse';
import { changesOf, siteReleases } from '../../../site/release-pages.ts';

export const getStaticPaths = () => siteReleases().map(({ release }) => ({ params: { release } }));

/** Every figure that a release changed, with its reason. */
export const GET = ({ params }: { params: { release: string } }): Response =>
  new Response(
    `${Papa.unparse(
      { fields: columns, data: changesOf(params.release) as unknown as object[] },
      { newline: '\r\n', escapeFormulae: /^[=@\t\r]/ },
    )}\r\n`,
    { headers: { 'content-type': 'text/csv; charset=utf-8' } },
  );

const columns = [
  ...['level', 'entity_id', 'kind', 'indicator_id', 'year', 'procedure', 'subject', 'grade', 'session'],
  ...['dimension', 'change', 'reason', 'before', 'after'],
];
