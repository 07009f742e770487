import type { APIRoute } from 'astro';
import { orderIndicators } from '../../../indicators/catalogue.ts';
import { supportIndicators } from '../../../indicators/support.ts';
import { analysisDocument } from '../../../site/analysis-file.ts';
import { languageOf } from '../../../site/links.ts';
import { areaPaths } from '../../../site/support.ts';

export const getStaticPaths = areaPaths;

const catalogue = { indicators: orderIndicators, observed: supportIndicators };

/** The annual analysis of a municipality as a Word document. */
export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await analysisDocument(params.id, catalogue, languageOf(params.lang))), {
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  });
