import { type QuickFile, quickName } from '../../../../explorer/quick.ts';
import { edition } from '../../../../site/edition.ts';
import { quickFiles } from '../../../../site/quick.ts';

export const getStaticPaths = () =>
  quickFiles().map((file) => ({
    params: {
      edition: edition(),
      work: decodeURIComponent(quickName(file.procedure, file.subject)).replace(/\.json$/, ''),
    },
    props: { file },
  }));

/** The counts of one work for the explorer's first answers. */
export const GET = ({ props }: { props: { file: QuickFile } }): Response => Response.json(props.file);
