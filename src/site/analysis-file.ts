import type { Language } from '../contract/vocabulary.ts';
import { supportMessages } from '../i18n/pages-support.ts';
import { analysisSections, analysisTitle } from './analysis.ts';
import { documentFile } from './document-file.ts';
import { manifest } from './release.ts';
import { releaseDay } from './roadmaps.ts';
import { type SupportCatalogue, scopeOf } from './support.ts';

/** The annual analysis of the region, or of a municipality, as a Word document. */
export function analysisDocument(
  id: string | undefined,
  catalogue: SupportCatalogue,
  lang: Language,
): Promise<Buffer> {
  const scope = scopeOf(id);
  const { analysis } = supportMessages(lang);
  const { release, dataset } = manifest();
  return documentFile({
    title: analysisTitle(scope, lang),
    lead: analysis.lead,
    sections: analysisSections(scope, catalogue, lang),
    foot: [analysis.made(release), ...(dataset.synthetic ? [analysis.synthetic] : [])],
    day: releaseDay() || '2000-01-01',
    lang,
  });
}
