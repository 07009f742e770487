import type { MunicipalityFile } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import { embedMessages } from '../i18n/embeds.ts';
import { planeLines } from './cluster-page.ts';
import { municipalityOffer, type Offered } from './embed-links.ts';
import { type Entry, headline, municipalityIndicatorLines } from './indicator-lines.ts';
import { latestLines, positiveLines } from './positive-dynamics.ts';

/** A chart that has no place on a page, by its name. */
export interface NamedOffer {
  name: string;
  of: Offered;
}

/** The charts of a municipality beside its dynamics and marks: those that have something to show. */
export function areaOffers(file: MunicipalityFile, entries: readonly Entry[], lang: Language): NamedOffer[] {
  const { charts } = embedMessages(lang);
  const id = file.municipality.municipality_id;
  const named = (name: string, of: Offered | undefined): NamedOffer[] => (of ? [{ name, of }] : []);
  const improved = latestLines(positiveLines(file.status, 'subject')).some(({ of }) => of.high > 0);
  const placed = planeLines(lang).some(({ school }) => school.municipality_id === id);
  const shown = entries.filter((entry) => {
    const lines = municipalityIndicatorLines(entry, file);
    const dimensions = headline(lines);
    return lines.some(({ dimension, value }) => value && dimensions.includes(dimension));
  });
  return [
    ...(improved
      ? named(charts['positive-dynamics-area'], municipalityOffer('positive-dynamics', file, lang))
      : []),
    ...(placed ? named(charts['risk-plane'], municipalityOffer('risk-plane', file, lang)) : []),
    ...shown.flatMap(({ id: indicator, name }) =>
      named(name[lang], municipalityOffer('indicator', file, lang, { id: indicator, name: name[lang] })),
    ),
  ];
}
