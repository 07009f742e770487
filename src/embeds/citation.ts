/** What a citation is made from. */
export interface Cited {
  title: string;
  /** Who published the data. */
  publisher: string;
  release: string;
  /** Day of the release, ISO. */
  released: string;
  address: string;
  /** Day on which the reader looked at it, ISO; `null` where only the reader knows it. */
  accessed: string | null;
}

const date = (iso: string): string => iso.split('-').reverse().join('.');
const year = (iso: string): string => iso.slice(0, 4);
const sentence = (text: string): string => text.replace(/[.\s]+$/, '');

/**
 * A bibliographic record of a part of an electronic resource (ГОСТ Р 7.0.100–2018, 7.5: составная часть ресурса): the
 * part, who answers for it, what kind of content it is, and behind the two strokes the resource it stands in.
 */
export const gostCitation = ({ title, publisher, release, released, address, accessed }: Cited): string =>
  `${sentence(title)} : данные выпуска ${release} / ${sentence(publisher)}. – Изображение. Текст : электронные // Динамика : [сайт]. – ${year(released)}. – URL: ${address} (дата обращения: ${accessed === null ? '__.__.____' : date(accessed)}).`;

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const apaDate = (iso: string): string =>
  `${year(iso)}, ${months[Number(iso.slice(5, 7)) - 1] ?? ''} ${Number(iso.slice(8, 10))}`;

/** APA, seventh edition: a data set with a version. */
export const apaCitation = ({ title, publisher, release, released, address }: Cited): string =>
  `${sentence(publisher)}. (${apaDate(released)}). ${sentence(title)} (Release ${release}) [Data set]. ${address}`;

const tex: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const texed = (text: string): string => text.replace(/[\\{}%&#$_~^]/g, (sign) => tex[sign] ?? sign);

/** BibTeX; the key is made from the release alone, so that it is plain Latin. */
export const bibtex = ({ title, publisher, release, released, address, accessed }: Cited): string =>
  [
    `@misc{dinamika-${release},`,
    `  title = {${texed(sentence(title))}},`,
    `  author = {{${texed(sentence(publisher))}}},`,
    `  year = {${year(released)}},`,
    `  version = {${release}},`,
    `  url = {${address.replace(/[{}\\]/g, '')}},`,
    ...(accessed === null ? [] : [`  urldate = {${accessed}},`]),
    '}',
  ].join('\n');
