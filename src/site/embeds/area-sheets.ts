import { markup } from '../../charts/finish.ts';
import { riskPlane } from '../../charts/risk-plane.ts';
import type { Language } from '../../contract/vocabulary.ts';
import { embedMessages } from '../../i18n/embeds.ts';
import { capital } from '../../i18n/formats.ts';
import { mapFigure, planeFigure, planeLines, planeQuartile } from '../cluster-page.ts';
import { clusterYear } from '../cluster-tables.ts';
import { document } from '../document.ts';
import { type Entry, headline, type Line } from '../indicator-lines.ts';
import { nameOf, yearsFigure } from '../indicators.ts';
import { methodology } from '../reference.ts';
import { altOf, type Sheet, type SheetPicture } from './sheet.ts';
import type { Subject } from './subjects.ts';

/** The map of the region. */
export function mapSheet(subject: Subject, lang: Language): Sheet {
  const title = embedMessages(lang).charts['cluster-map'];
  const year = clusterYear();
  const { wide, narrow } = year === null ? { wide: '', narrow: '' } : mapFigure(lang);
  const picture = { id: 'all', title: `${title}, ${year}`, alt: altOf(wide), wide: [wide], narrow: [narrow] };
  return {
    chart: 'cluster-map',
    subject,
    title,
    pictures: year === null ? [] : [picture],
    page: 'clusters/',
  };
}

function planeOf(subject: Subject, lang: Language) {
  // Without an index of social well-being there is nothing to place.
  if (planeLines(lang).length === 0) return null;
  if (subject.level === 'region') return planeFigure(lang);
  const schools = planeLines(lang)
    .filter(({ school }) => school.municipality_id === subject.id)
    .map(({ school, ...line }) => ({ ...line, name: school.short_name ?? school.name }));
  if (schools.length === 0) return null;
  const year = clusterYear() ?? 0;
  const { threshold } = methodology().identification;
  const input = { year, schools, threshold, quartile: planeQuartile(year) };
  const draw = (width: number) => markup(riskPlane(input, { document, width, lang }));
  return { wide: draw(720), narrow: draw(340) };
}

/** Schools by the index of social well-being and their highest share below the threshold. */
export function planeSheet(subject: Subject, lang: Language): Sheet {
  const title = embedMessages(lang).charts['risk-plane'];
  const year = clusterYear();
  const drawn = year === null ? null : planeOf(subject, lang);
  const pictures: SheetPicture[] = drawn
    ? [
        {
          id: 'all',
          title: `${title}, ${year}`,
          alt: altOf(drawn.wide),
          wide: [drawn.wide],
          narrow: [drawn.narrow],
        },
      ]
    : [];
  return { chart: 'risk-plane', subject, title, pictures, page: 'clusters/' };
}

/** An indicator by year, one picture per dimension that stands for it. */
export function indicatorSheet(
  subject: Subject,
  entry: Entry,
  lines: readonly Line[],
  lang: Language,
): Sheet {
  const title = capital(entry.name[lang]);
  const pictures = headline(lines)
    .filter((dimension) => lines.some((line) => line.dimension === dimension && line.value))
    .map((dimension): SheetPicture => {
      const svg = yearsFigure(entry, lines, dimension, lang);
      return {
        id: dimension === '' ? 'all' : dimension.replaceAll(' ', '-'),
        title: dimension === '' ? title : `${title}: ${nameOf(dimension, lang)}`,
        alt: altOf(svg),
        wide: [svg],
        narrow: [svg],
      };
    });
  const page = `indicators/${entry.id}/`;
  return { chart: 'indicator', indicator: entry.id, subject, title, pictures, page };
}
