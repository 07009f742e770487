import type { AuditReport } from '../audit/audit.ts';
import { type CellName, type Finding, kinds, type Step } from '../audit/finding.ts';
import type { AuditUtility } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import { type AuditWords, auditWords } from '../i18n/audit.ts';
import { integer } from '../i18n/formats.ts';

type Ends = readonly [low: number, high: number];

const ends = ([low, high]: Ends): string => (low === high ? `${low}` : `${low}–${high}`);
const place = ({ key }: CellName): string => Object.values(key).join(' ');
const mostHidden = 4;

function stepText(step: Step, words: AuditWords): string {
  const total = step.total ? ends(step.total) : words.unknown;
  const named = step.hidden.slice(0, mostHidden).map((cell) => `${place(cell)} ${cell.column}`);
  const more = step.hidden.length - named.length;
  const parts = [
    step.known.count > 0 ? `${words.known}: ${step.known.count}, ${words.sum} ${step.known.sum}` : undefined,
    named.length > 0
      ? `${words.hidden}: ${named.join('; ')}${more > 0 ? ` ${words.more} ${more}` : ''}`
      : undefined,
  ].filter((part) => part !== undefined);
  return `    ${place(step.of)} ${step.of.column} = ${total} (${words.relations[step.relation]}; ${parts.join('; ')})`;
}

/** One finding: what, where, and the equations that betray it. */
function findingText(finding: Finding, lang: Language): string[] {
  const words = auditWords(lang);
  const { cell, file, published, feasible, details } = finding;
  const where = cell ? `${cell.table}: ${place(cell)}, ${cell.column}` : (file ?? '');
  const more = Object.values(details ?? {}).join(', ');
  const known = [
    published === undefined ? '' : `${words.published} ${published ? ends(published) : words.nothing}`,
    feasible ? `${words.feasible} ${ends(feasible)}` : '',
    more,
  ].filter((part) => part !== '');
  return [
    `  ${where}${known.length > 0 ? `: ${known.join(', ')}` : ''}`,
    ...finding.chain.slice(0, 12).map((step) => stepText(step, words)),
  ];
}

function utilityText(group: AuditUtility, words: AuditWords, lang: Language): string {
  const of = (part: number, whole: number) => `${integer(lang, part)} / ${integer(lang, whole)}`;
  const name = [group.locality, group.size].filter((part) => part !== '').join(', ') || words.all;
  return `  ${name}: ${words.rowsHidden} ${of(group.hidden, group.rows)}, ${words.rowsPartly} ${integer(lang, group.partly)}, ${words.schoolsSilent} ${of(group.silent, group.schools)}`;
}

/** The whole report as lines. */
export function reportText(report: AuditReport, lang: Language, each = 3): string[] {
  const words = auditWords(lang);
  const groups = Map.groupBy(report.findings, ({ kind }) => kind);
  const { effort } = report;
  const lines = [...groups].flatMap(([kind, findings]) => {
    const mark = kinds[kind] === 'leak' ? '✗' : '·';
    const more = findings.length - each;
    return [
      `${mark} ${words.kinds[kind]}: ${integer(lang, findings.length)}`,
      ...findings.slice(0, each).flatMap((finding) => findingText(finding, lang)),
      ...(more > 0 ? [`  … ${words.more} ${integer(lang, more)}`] : []),
    ];
  });
  const numbers = [
    [effort.hidden, words.hiddenCounts],
    [effort.equations, words.equations],
    [effort.components, words.components],
    [effort.programs, words.programs],
    [effort.attained, words.attained],
  ] as const;
  return [
    ...lines,
    `${numbers.map(([n, name]) => `${name}: ${integer(lang, n)}`).join(', ')}, ${words.largest}: ${integer(lang, effort.largest)}`,
    `${words.utility}:`,
    ...report.utility.map((group) => utilityText(group, words, lang)),
    report.passed ? `✓ ${words.passed}` : `✗ ${words.failed}`,
  ];
}
