import { counted, integer } from '../formats.ts';
import type { ConsoleMessages, ConsolePage } from '../pages-console.ts';

const rows = { one: 'row', other: 'rows' };

/** Words of the SQL console's page. */
export const page: ConsolePage = {
  title: 'SQL console',
  lead: 'Ask the published tables any question in SQL. The query runs in your browser and is sent nowhere.',
  withoutScript:
    'Without JavaScript the console does not work: a program in the browser runs the query. The same tables can be downloaded (Parquet and CSV) and opened in DuckDB, R, Python or Excel. Worked queries and the description of the tables are below on this page.',
  downloads: 'Download the tables',
  tryIndicator: 'Run this query in the SQL console',
  query: 'Query',
  keys: 'Ctrl+Enter runs it, Ctrl+Space completes, Esc and then Tab leaves the editor.',
  run: 'Run',
  stop: 'Stop',
  copyLink: 'Copy link',
  progress: 'Loading the program and the tables',
  answer: 'Answer',
  answerTable: 'Table of the answer',
  exports: 'Download the answer',
  chart: 'Chart of the answer',
  kind: 'Kind',
  kinds: { bars: 'bars', line: 'line', dots: 'dots' },
  across: 'Across',
  up: 'Up',
  panels: 'A chart for each',
  noPanels: 'one chart',
  library: 'Worked questions',
  libraryLead: 'Every query is tested on two engines. Open it in the editor and change it to your needs.',
  open: 'Open in the editor',
  schema: 'Tables and columns',
  schemaLead:
    'Columns that end in _low and _high are the ends of a count; they are equal where it is exact. The tables that a query names are loaded when it runs.',
  parametersTables: 'Parameters of the methodology',
  parametersNote:
    'The values in force, which the queries of indicators read: one row in parameters, and lists beside it.',
  indicatorTables: 'Indicators of every work',
  limits:
    'Queries only read. Files, the network, ATTACH, INSTALL, LOAD and COPY are shut by the engine itself, so a link with somebody else’s query can neither spoil nor send anything.',
};

/** What the console says while it works. `{name}` marks what it fills in. */
export const messages: ConsoleMessages = {
  ready: 'Write a query or choose a worked question.',
  stopped: 'The query was stopped. The console is ready for the next.',
  linkCopied: 'The link to the query was copied.',
  linkShown: 'The link to the query is in the address bar.',
  longLink:
    'The link is longer than 8,000 characters: mail and messengers may cut it. Better send the query’s text.',
  foreign: 'The query comes from a link. Read it, then press “Run”.',
  damaged:
    'The address is damaged or names a query that this release does not have: “{value}”. Choose a question from the list.',
  indicatorMissing: 'The indicator’s query did not load. Check the connection and try again.',
  indicatorShown: 'This is the very query that computed the indicator “{name}”.',
  at: 'Line {line}, character {column}.',
  saving: 'Preparing the file {file}.',
  saved: 'The file {file} was saved.',
  notSaved: 'The file {file} could not be made: {reason}',
  cutTable: 'The page shows the first {shown}. The files hold all.',
  cutAnswer: 'Taken: {rows}; the answer has more. Narrow the query or add LIMIT.',
  cutChart: 'The chart draws at most 40 names and 8 panels.',
  noChart: 'A chart needs a column of numbers.',
  chartLabel: 'Chart of the answer: {y} by {x}. The numbers are in the table above.',
  guard: {
    empty: 'The query is empty.',
    several: 'One query runs at a time. Remove what follows the semicolon.',
    'not-reading':
      'The console only reads: a query begins with SELECT, WITH, FROM or VALUES (DESCRIBE, SUMMARIZE, SHOW TABLES and EXPLAIN work as well). {word} is shut here.',
  },
  kinds: {
    Parser: 'The query is not written correctly.',
    Binder: 'The query names something that is not there, or that cannot be used so.',
    Catalog: 'There is no such table or function.',
    Conversion: 'A value could not be turned into the kind that is needed.',
    Permission: 'Files and the network are shut: the console reads the tables of the release alone.',
    other: 'The query failed.',
  },
  columns: { true: 'yes', false: 'no', empty: 'empty' },
};

export const rowsText = (count: number): string => counted('en', count, rows);
export const answerText = (count: number, milliseconds: number): string =>
  `${rowsText(count)}, ${integer('en', Math.max(1, Math.round(milliseconds)))}\u00a0ms.`;
