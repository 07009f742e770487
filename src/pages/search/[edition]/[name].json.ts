import { edition } from '../../../site/edition.ts';
import { searchFiles } from '../../../site/search-files.ts';

export const getStaticPaths = () =>
  Object.entries(searchFiles()).map(([name, content]) => ({
    params: { edition: edition(), name },
    props: { content },
  }));

/** One file of the search index. */
export const GET = ({ props }: { props: { content: unknown } }): Response => Response.json(props.content);
