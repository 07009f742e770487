import type { Language } from '../../contract/vocabulary.ts';
import { embedMessages } from '../../i18n/embeds.ts';
import { gradesText } from '../../i18n/formats.ts';
import { messages } from '../../i18n/index.ts';
import { windowsMessages } from '../../i18n/pages-windows.ts';
import { dynamicsDrawing, hasPoints } from '../figures.ts';
import { subjectWords } from '../reference.ts';
import { resultsTable } from '../table.ts';
import { windowsFigures } from '../windows.ts';
import { isRequired, type Work, works } from '../works.ts';
import { type MarksFigure, marksFigures } from './marks-figures.ts';
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

/** Level and change over three years of every required work that has them. */
export function windowsSheet(subject: Subject, lang: Language): Sheet {
  const words = embedMessages(lang);
  const title = words.charts.windows;
  const { columns } = windowsMessages(lang);
  const pictures = windowsFigures(subject.entity.rows, lang).map((figure): SheetPicture => {
    const [wide, narrow] = [figure.draw(widths.wide), figure.draw(widths.narrow)];
    return {
      id: `${figure.procedure}-${figure.subject}`,
      title: words.titled(title, figure.title),
      alt: altOf(wide),
      wide: [wide],
      narrow: [narrow],
      table: {
        head: Object.values(columns),
        rows: figure.lines.map(({ name, cells }) => [name, ...(cells ?? [])]),
      },
    };
  });
  return { chart: 'windows', subject, title, pictures, page: subject.page };
}

/** What one drawing of marks is called: the work alone is all its grades together, or the only one. */
function marksPicture(work: Work, { grade, svg }: MarksFigure, isOne: boolean, lang: Language): SheetPicture {
  const words = embedMessages(lang);
  const id = `${work.procedure}-${work.subject}`;
  const name = workName(work, lang);
  const of = grade === 0 ? words.allGrades(name) : words.grade(name, gradesText(lang, [grade]));
  return {
    id: grade === 0 || isOne ? id : `${id}-${grade}`,
    title: words.titled(words.charts.marks, of),
    alt: altOf(svg),
    wide: [svg],
    narrow: [svg],
  };
}

/** Marks by year: all grades of a work together, then one small drawing per grade. */
export function marksSheet(subject: Subject, lang: Language): Sheet {
  const title = embedMessages(lang).charts.marks;
  const pictures = works(subject.entity.rows)
    .filter((work) => isRequired(work) && hasPoints(work))
    .flatMap((work): SheetPicture[] => {
      const figures = marksFigures(work, lang);
      return figures.map((figure) => marksPicture(work, figure, figures.length === 1, lang));
    });
  return { chart: 'marks', subject, title, pictures, page: subject.page };
}
