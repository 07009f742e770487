import { iconPng, iconSizes } from '../../site/app.ts';

export const getStaticPaths = () => iconSizes.map((side) => ({ params: { side: String(side) } }));

/** The site's sign for devices that install it. */
export const GET = ({ params }: { params: { side: string } }): Response =>
  new Response(iconPng(Number(params.side)) as BodyInit, { headers: { 'content-type': 'image/png' } });
