/** A calendar entry that lasts one whole day. */
export interface Entry {
  /** Unique for all time; the same in every release. */
  uid: string;
  /** ISO day. */
  day: string;
  summary: string;
  description: string;
  url?: string;
  categories: readonly string[];
}

export interface CalendarFile {
  name: string;
  /** ISO day of the release: the same data give the same bytes. */
  stamp: string;
  entries: readonly Entry[];
}

/** Text of a property: backslash, semicolon, comma and line break are escaped (RFC 5545, 3.3.11), controls dropped. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/[\p{Cc}]/gu, '');

const encoder = new TextEncoder();

/** Lines of at most 75 octets, the rest on lines that begin with a space; no character is cut (RFC 5545, 3.1). */
export function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

const compact = (iso: string): string => iso.replaceAll('-', '');

function nextDay(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

const event = ({ uid, day, summary, description, url, categories }: Entry, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${compact(stamp)}T000000Z`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(nextDay(day))}`,
  `SUMMARY:${escaped(summary)}`,
  ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
  ...(url === undefined ? [] : [`URL:${url.replace(/[\p{Cc}\s]/gu, '')}`]),
  ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escaped).join(',')}`]),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/**
 * An iCalendar file to subscribe to: RFC 5545 with the name and refresh interval of RFC 7986.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function calendarFile({ name, stamp, entries }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dinamika//Road maps//RU',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...entries.flatMap((entry) => event(entry, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
