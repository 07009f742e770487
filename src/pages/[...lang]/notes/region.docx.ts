import type { APIRoute } from 'astro';
import { orderIndicators, otherIndicators } from '../../../indicators/catalogue.ts';
import { documentResponse } from '../../../site/kept-documents.ts';
import { languageOf, languagePaths } from '../../../site/links.ts';
import { noteFile } from '../../../site/note-file.ts';

export const getStaticPaths = languagePaths;

const entries = [...orderIndicators, ...otherIndicators];

/** The analytical note on the region as a Word document. */
export const GET: APIRoute = ({ params, url }) =>
  documentResponse(url, () => noteFile({ level: 'region' }, entries, languageOf(params.lang)));
