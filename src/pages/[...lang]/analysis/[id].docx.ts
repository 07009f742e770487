import type { APIRoute } from 'astro';
import { orderIndicators } from '../../../indicators/catalogue.ts';
import { supportIndicators } from '../../../indicators/support.ts';
import { analysisDocument } from '../../../site/analysis-file.ts';
import { documentResponse } from '../../../site/kept-documents.ts';
import { languageOf } from '../../../site/links.ts';
import { areaPaths } from '../../../site/support.ts';

export const getStaticPaths = areaPaths;

const catalogue = { indicators: orderIndicators, observed: supportIndicators };

/** The annual analysis of a municipality as a Word document. */
export const GET: APIRoute = ({ params, url }) =>
  documentResponse(url, () => analysisDocument(params.id, catalogue, languageOf(params.lang)));
