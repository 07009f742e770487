import { compact } from '../charts/compact.ts';
import { said } from '../charts/every.ts';
import { markup } from '../charts/finish.ts';
import {
  type JournalYear,
  journalChart,
  journalKeys,
  journalShares,
  journalTotal,
} from '../charts/journal.ts';
import { countOf } from '../charts/points.ts';
import type { ResultRow } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import { chartMessages } from '../i18n/charts.ts';
import { countText } from '../i18n/formats.ts';
import { journalMessages } from '../i18n/pages-journal.ts';
import { type Count, sum } from '../stats/rate.ts';
import { drawing } from './drawing.ts';
import { paper as document } from './paper.ts';
import { methodology, subjectWords } from './reference.ts';
import { isRequired, type Work, type WorkLine, whoseRows, works } from './works.ts';

interface Year extends JournalYear {
  /** Pupils whose two marks differ by 2 and more, where that is published. */
  gap: Count | null;
}

const known = (row: ResultRow): boolean => journalKeys.every((key) => countOf(row, `journal_${key}`));

const total = (rows: readonly ResultRow[], name: string): Count | null => {
  const counts = rows.map((row) => countOf(row, `journal_${name}`));
  return counts.every((count) => count !== null) ? sum(counts) : null;
};

function yearOf(year: number, rows: readonly ResultRow[], minimum: number): Year {
  const shown = rows.filter((row) => known(row) && row.participants_low >= minimum);
  const [lowered, confirmed, raised] = journalKeys.map((key) => total(shown, key));
  const counts = shown.length > 0 && lowered && confirmed && raised ? { lowered, confirmed, raised } : null;
  return {
    year,
    session: rows[0]?.session ?? 'spring',
    counts: counts && journalTotal(counts) >= minimum ? counts : null,
    few: rows.every((row) => row.participants_low < minimum),
    gap: shown.length > 0 ? total(shown, 'gap_2') : null,
  };
}

/** The years of a ВПР subject with the marks of all grades against the journal; empty where no year may be shown. */
function journalYears(work: Work): Year[] {
  if (work.procedure !== 'vpr') return [];
  const minimum = methodology().protection.min_participants;
  const byYear = Map.groupBy(work.rows, ({ year }) => year);
  const years = [...byYear].map(([year, rows]) => yearOf(year, rows, minimum));
  return years.some(({ counts }) => counts) ? years.sort((a, b) => a.year - b.year) : [];
}

/** One required ВПР subject against the journal: sentence, chart, and the lines of its table. */
export interface JournalPart {
  subject: string;
  title: string;
  sentence: string;
  svg: string;
  lines: WorkLine[];
}

function lineOf({ year, session, counts, few, gap }: Year, lang: Language): WorkLine {
  const words = chartMessages(lang);
  const cells = counts && [
    String(journalTotal(counts)),
    ...journalKeys.map((key) => countText(lang, counts[key])),
    gap ? countText(lang, gap) : '',
  ];
  return {
    name: session === 'autumn' ? words.yearAutumn(year) : String(year),
    cells,
    reason: few ? words.few(methodology().protection.min_participants) : words.hidden,
  };
}

/** The required ВПР subjects of a school, municipality or region against the journal. */
export function journalParts(rows: readonly ResultRow[], lang: Language): JournalPart[] {
  const words = journalMessages(lang);
  return works(rows)
    .filter(isRequired)
    .flatMap((work): JournalPart[] => {
      const years = journalYears(work);
      const last = years.findLast(({ counts }) => counts);
      if (!last?.counts) return [];
      const shares = journalShares(last.counts, lang);
      const subject = subjectWords(work.subject);
      const minParticipants = methodology().protection.min_participants;
      const input = { years, subject: said('every', (one) => subject[one]), minParticipants };
      const draw = () => compact(markup(journalChart(input, { document, width: 340, lang: 'every' })));
      return [
        {
          subject: work.subject,
          title: subject[lang],
          sentence: words.sentence(last.year, shares.lowered, shares.confirmed, shares.raised),
          svg: drawing(whoseRows(work.rows), `journal ${work.subject}`, lang, draw),
          lines: years.map((year) => lineOf(year, lang)),
        },
      ];
    });
}
