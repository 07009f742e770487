import { evidenceChart } from '../../charts/evidence.ts';
import { markup } from '../../charts/finish.ts';
import { type LensLine, lensesChart } from '../../charts/lenses.ts';
import type { AreaStatus, SchoolFile } from '../../contract/public.ts';
import type { Language } from '../../contract/vocabulary.ts';
import { embedMessages } from '../../i18n/embeds.ts';
import { capital, countText } from '../../i18n/formats.ts';
import { changeText } from '../../i18n/pages-changes.ts';
import { workText } from '../../i18n/pages-clusters.ts';
import { schoolChanges } from '../changes.ts';
import { paper as document } from '../paper.ts';
import { latestLines, positiveLines, positiveText } from '../positive-dynamics.ts';
import { similarSchools, stripFigure } from '../similar.ts';
import { altOf, type Sheet, type SheetPicture } from './sheet.ts';
import type { Subject } from './subjects.ts';

const widths = { narrow: 340, wide: 720 } as const;
const both = (draw: (width: number) => SVGSVGElement) => ({
  wide: [markup(draw(widths.wide))],
  narrow: [markup(draw(widths.narrow))],
});

/** Whether a school got better: the arrow, the word of the evidence and why, one picture per work. */
export function schoolChangeSheet(subject: Subject, file: SchoolFile, lang: Language): Sheet {
  const words = embedMessages(lang);
  const title = words.charts['positive-dynamics'];
  const pictures = schoolChanges(file.status).map((facts): SheetPicture => {
    const { direction, word, sentences } = changeText(facts, lang);
    const input = { arrow: direction, word, sentences };
    const drawn = both((width) => evidenceChart(input, { document, width, lang }));
    return {
      id: `${facts.procedure}-${facts.subject.subject}`,
      title: words.titled(title, `${capital(workText({ ...facts, grade: 0 }, lang))}, ${facts.year}`),
      alt: altOf(drawn.wide[0] ?? ''),
      ...drawn,
    };
  });
  return { chart: 'positive-dynamics', subject, title, pictures, page: subject.page };
}

/** Of how many low-results schools of an area the share got better. */
export function areaChangeSheet(subject: Subject, status: AreaStatus | undefined, lang: Language): Sheet {
  const words = embedMessages(lang);
  const title = words.charts['positive-dynamics-area'];
  const own = latestLines(positiveLines(status, 'subject')).filter(({ of }) => of.high > 0);
  const lines = own.map((line): LensLine => {
    const { work, years } = positiveText(line, lang);
    const of = countText(lang, line.of);
    return {
      name: `${capital(work)}, ${years}`,
      ...{ formal: line.formal, confirmed: line.confirmed, of: line.of },
      formalText: words.outOf(countText(lang, line.formal), of),
      confirmedText: words.outOf(countText(lang, line.confirmed), of),
    };
  });
  const drawn = both((width) => lensesChart({ lines, words: words.areaWords }, { document, width, lang }));
  const picture = { id: 'all', title, alt: altOf(drawn.wide[0] ?? ''), ...drawn };
  const page = subject.level === 'region' ? 'dynamics/' : subject.page;
  return { chart: 'positive-dynamics', subject, title, pictures: lines.length > 0 ? [picture] : [], page };
}

/** A school beside its likes. */
export function similarSheet(subject: Subject, file: SchoolFile, lang: Language): Sheet {
  const title = embedMessages(lang).charts['similar-schools'];
  const strip = stripFigure(file.school, similarSchools(file.status), lang);
  const [wide, narrow] = strip ? [strip.draw(720), strip.draw(340)] : ['', ''];
  const picture = {
    id: 'all',
    title: `${title}, ${strip?.year}`,
    alt: altOf(wide),
    wide: [wide],
    narrow: [narrow],
  };
  return { chart: 'similar-schools', subject, title, pictures: strip ? [picture] : [], page: subject.page };
}
