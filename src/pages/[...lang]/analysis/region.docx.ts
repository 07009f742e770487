import type { APIRoute } from 'astro';
import { orderIndicators } from '../../../indicators/catalogue.ts';
import { supportIndicators } from '../../../indicators/support.ts';
import { analysisDocument } from '../../../site/analysis-file.ts';
import { documentResponse } from '../../../site/kept-documents.ts';
import { languageOf, languagePaths } from '../../../site/links.ts';

export const getStaticPaths = languagePaths;

const catalogue = { indicators: orderIndicators, observed: supportIndicators };

/** The annual analysis of the region as a Word document. */
export const GET: APIRoute = ({ params, url }) =>
  documentResponse(url, () => analysisDocument(undefined, catalogue, languageOf(params.lang)));
