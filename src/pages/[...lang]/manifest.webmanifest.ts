import { webManifest } from '../../site/app.ts';
import { languageOf, languagePaths } from '../../site/links.ts';

export const getStaticPaths = languagePaths;

/** What a device that installs the site must know. */
export const GET = ({ params }: { params: { lang: string | undefined } }): Response =>
  new Response(JSON.stringify(webManifest(languageOf(params.lang))), {
    headers: { 'content-type': 'application/manifest+json' },
  });
