import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import type { Language } from '../contract/vocabulary.ts';
import { messages } from '../i18n/index.ts';
import { base, link } from './links.ts';
import { region } from './release.ts';

/** Sides of the pictures that stand for the installed site, in pixels. */
export const iconSizes = [180, 192, 512] as const;

const drawing = () => readFileSync('public/favicon.svg', 'utf8');

/** The site's sign as PNG. Square to the edge, because systems cut their own corners. */
export function iconPng(side: number): Uint8Array {
  const square = drawing().replace('rx="6" ', '');
  return new Resvg(square, { fitTo: { mode: 'width', value: side } }).render().asPng();
}

/** `manifest.webmanifest`: what a device that installs the site must know. */
export function webManifest(lang: Language): object {
  const { site } = messages(lang);
  const icon = (side: number) => ({
    src: `${base}icons/${side}.png`,
    sizes: `${side}x${side}`,
    type: 'image/png',
    purpose: 'any maskable',
  });
  return {
    id: link(lang),
    name: `${site.name}. ${region().region.name}`,
    short_name: site.name,
    description: site.tagline,
    lang,
    dir: 'ltr',
    start_url: link(lang),
    scope: base,
    display: 'minimal-ui',
    background_color: '#fcfcfa',
    theme_color: '#17557a',
    icons: [{ src: `${base}favicon.svg`, sizes: 'any', type: 'image/svg+xml' }, ...[192, 512].map(icon)],
  };
}
