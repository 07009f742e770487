import { schoolPaths } from '../../site/paths.ts';
import { picturePng } from '../../site/picture.ts';
import { schoolPicture } from '../../site/school-picture.ts';
import { pictured } from '../../site/sharing.ts';

/** One picture per school, in Russian; none where the site does not know its address. */
export const getStaticPaths = () =>
  pictured()
    ? schoolPaths()
        .filter(({ params }) => params.lang === undefined)
        .map(({ params: { id } }) => ({ params: { id } }))
    : [];

/** The picture that messengers show beside a link to a school. */
export const GET = ({ params }: { params: { id: string } }): Response =>
  new Response(picturePng(schoolPicture(params.id)) as BodyInit, {
    headers: { 'content-type': 'image/png' },
  });
