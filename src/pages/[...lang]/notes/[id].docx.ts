import type { APIRoute } from 'astro';
import { orderIndicators, otherIndicators } from '../../../indicators/catalogue.ts';
import { documentResponse } from '../../../site/kept-documents.ts';
import { languageOf } from '../../../site/links.ts';
import { noteFile } from '../../../site/note-file.ts';
import { municipalityPaths } from '../../../site/paths.ts';

export const getStaticPaths = municipalityPaths;

const entries = [...orderIndicators, ...otherIndicators];

/** The analytical note on a municipality as a Word document. */
export const GET: APIRoute = ({ params, url }) =>
  documentResponse(url, () =>
    noteFile({ level: 'municipality', id: params.id ?? '' }, entries, languageOf(params.lang)),
  );
