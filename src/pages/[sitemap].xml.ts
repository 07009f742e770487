import { indicators, orderIndicators, otherIndicators } from '../indicators/catalogue.ts';
import { base } from '../site/links.ts';
import { addresses, sitemapFiles, sitemapIndex } from '../site/sitemap.ts';

/** `sitemap.xml` and the files it names; a site that does not know its address has none. */
export function getStaticPaths() {
  const address = import.meta.env.SITE;
  if (!address) return [];
  const site = new URL(address);
  const ids = [...orderIndicators, ...otherIndicators, ...indicators].map(({ id }) => id);
  const files = sitemapFiles(addresses(ids), site);
  const names = files.map((_, index) => `sitemap-${index + 1}`);
  const index = sitemapIndex(
    names.map((name) => `${base}${name}.xml`),
    site,
  );
  const all = [['sitemap', index] as const, ...names.map((name, at) => [name, files[at] ?? ''] as const)];
  return all.map(([sitemap, text]) => ({ params: { sitemap }, props: { text } }));
}

/** One file of the sitemap. */
export const GET = ({ props }: { props: { text: string } }): Response =>
  new Response(props.text, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
