import type { Language } from '../../contract/vocabulary.ts';
import { embedMessages } from '../../i18n/embeds.ts';
import { gradesText } from '../../i18n/formats.ts';
import { messages } from '../../i18n/index.ts';
import { dynamicsDrawing, hasPoints } from '../figures.ts';
import { subjectWords } from '../reference.ts';
import { resultsTable } from '../table.ts';
import { isRequired, type Work, works } from '../works.ts';
import { marksFigures } from './marks-figures.ts';
import { altOf, type Sheet, type SheetPicture, type WordTable } from './sheet.ts';
import type { Subject } from './subjects.ts';

/** CSS pixels of the two drawings. */
const widths = { narrow: 340, wide: 720 };

const workName = (work: Work, lang: Language): string => {
  const { results } = messages(lang);
  return results.work(results.procedures[work.procedure], subjectWords(work.subject)[lang]);
};
const soft = (text: string) => text.replaceAll('\u00ad', '');

function table(work: Work, subject: Subject, lang: Language): WordTable {
  const { columns } = messages(lang).results;
  const { lines } = resultsTable(work, lang, subject.entity.life);
  return {
    head: [
      columns.year,
      columns.grade,
      columns.participants,
      columns.below,
      columns.share,
      columns.interval,
    ].map(soft),
    rows: lines.map(({ year, grade, participants, below, share, interval, reason }) =>
      reason === null
        ? [year, String(grade), participants, below, share, interval]
        : [year, String(grade), participants, reason],
    ),
  };
}

/** The dynamics of every required subject that has something to show. */
export function dynamicsSheet(subject: Subject, lang: Language): Sheet {
  const words = embedMessages(lang);
  const title = words.charts.dynamics;
  const pictures = works(subject.entity.rows)
    .filter((work) => isRequired(work) && hasPoints(work))
    .map((work): SheetPicture => {
      const draw = (width: number) => dynamicsDrawing(subject.entity, work, lang, width);
      const [wide, narrow] = [draw(widths.wide), draw(widths.narrow)];
      return {
        id: `${work.procedure}-${work.subject}`,
        title: words.titled(title, workName(work, lang)),
        alt: altOf(wide),
        wide: [wide],
        narrow: [narrow],
        table: table(work, subject, lang),
      };
    });
  return { chart: 'dynamics', subject, title, pictures, page: subject.page };
}

/** Marks by year, one small drawing per grade. */
export function marksSheet(subject: Subject, lang: Language): Sheet {
  const words = embedMessages(lang);
  const title = words.charts.marks;
  const pictures = works(subject.entity.rows)
    .filter((work) => isRequired(work) && hasPoints(work))
    .flatMap((work): SheetPicture[] =>
      marksFigures(work, lang).map(({ grade, svg }) => ({
        id: `${work.procedure}-${work.subject}-${grade}`,
        title: words.titled(title, words.grade(workName(work, lang), gradesText(lang, [grade]))),
        alt: altOf(svg),
        wide: [svg],
        narrow: [svg],
      })),
    );
  return { chart: 'marks', subject, title, pictures, page: subject.page };
}
