import { basename } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { z } from 'zod';
import { Fault } from '../contract/fault.ts';
import { type Language, languages } from '../contract/vocabulary.ts';
import { describeFault } from '../i18n/faults.ts';
import { type UsageWords, usageWords } from '../i18n/usage.ts';
import { speakIn } from './progress.ts';
import { writeRunLog } from './run-log.ts';

/** Wrong call of a command: exit code 2, and its usage is printed. Wrong input is a Fault: exit code 1. */
export class UsageError extends Error {
  readonly #say: string | ((words: UsageWords) => string);

  /** @param say a sentence of the catalogue; a plain text is the same in every language */
  constructor(say: string | ((words: UsageWords) => string)) {
    super(typeof say === 'string' ? say : say(usageWords.en));
    this.#say = say;
  }

  in(lang: Language): string {
    return typeof this.#say === 'string' ? this.#say : this.#say(usageWords[lang]);
  }
}

/** Node's words for arguments that it cannot parse are English only. */
function parsingError(error: unknown): UsageError {
  const { code, message } = error as NodeJS.ErrnoException;
  const [, name = ''] = /'([^']+)'/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return new UsageError((words) => words.unknownOption(name));
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return new UsageError((words) => words.optionValue(name));
  return new UsageError((words) => words.misunderstood(name || message));
}

/**
 * Russian, as on the site, unless the environment (LC_ALL, LC_MESSAGES, LANG) asks for English; `--lang` decides.
 * @throws UsageError for a language we do not speak
 */
export function languageOf(args: readonly string[], environment: NodeJS.ProcessEnv = process.env): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const named = args[at]?.split('=')[1] ?? args[at + 1];
  if (at !== -1) {
    const known = languages.find((lang) => lang === named);
    if (!known) throw new UsageError((words) => words.languages(languages.join(', ')));
    return known;
  }
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('en') ? 'en' : 'ru';
}

const systemFaults: Record<string, string> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  EEXIST: 'not-a-folder',
  ENOTDIR: 'not-a-folder',
  EISDIR: 'not-a-folder',
  ENOSPC: 'disk-full',
  EFBIG: 'disk-full',
  EDQUOT: 'disk-full',
};

/** What the engine says when the system refuses it something. */
const engineFaults: [RegExp, string][] = [
  [/no space left|file too large|quota exceeded/i, 'disk-full'],
  [/permission denied|read-only file system/i, 'no-permission'],
];

/** What the bundler says then: the system's number is in its text. */
const bundlerFaults: [RegExp, string][] = [
  [/\(os error (?:27|28|122)\)/, 'disk-full'],
  [/\(os error (?:1|13|30)\)/, 'no-permission'],
];

const foundIn = (faults: [RegExp, string][], message: string, place: RegExp): Fault | undefined => {
  const said = faults.find(([pattern]) => pattern.test(message));
  return said && new Fault(said[1], { file: place.exec(message)?.[1] });
};

/** What the system refused, as a fault that a person can act upon. */
export function systemFault(error: unknown): Fault | undefined {
  const { code, path, dest, message = '' } = error as NodeJS.ErrnoException & { dest?: string };
  const known = systemFaults[code ?? ''];
  // A copy names both; it is the place that it goes to that is full or closed, but where it may not be read.
  if (known) return new Fault(known, { file: known === 'disk-full' ? (dest ?? path) : path });
  if (message.startsWith('IO Error')) return foundIn(engineFaults, message, /file "([^"]+)"/);
  return foundIn(bundlerFaults, message, /Failed to write file in (\S+)/);
}

/** A port number. */
export function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new UsageError((words) => words.port(text));
}

/** Parses the arguments of a command; `--help` and `--lang` are understood everywhere. */
export function parse<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    const common = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } as const;
    return parseArgs({ args, options: { ...options, ...common }, allowPositionals: true, strict: true });
  } catch (error) {
    throw parsingError(error);
  }
}

/**
 * Runs a command: prints its help, words its faults, sets the exit code (0 done, 1 wrong input, 2 wrong call,
 * 3 a fault of ours), and notes the run in the log.
 */
export async function command(
  usage: string | Record<Language, string>,
  main: (args: string[], lang: Language) => Promise<void>,
): Promise<void> {
  const args = process.argv.slice(2);
  let lang: Language = 'ru';
  const help = () => (typeof usage === 'string' ? usage : usage[lang]);
  let fault: string | undefined;
  let isRun = true;
  try {
    lang = languageOf(args);
    if (args.includes('--help') || args.includes('-h')) {
      isRun = false;
      console.log(help());
      return;
    }
    speakIn(lang);
    z.config(z.locales[lang]());
    await main(args, lang);
  } catch (caught) {
    const error = systemFault(caught) ?? caught;
    if (error instanceof Fault) {
      console.error(describeFault(error, lang));
      fault = error.code;
      process.exitCode = 1;
    } else if (error instanceof UsageError) {
      console.error(`${error.in(lang)}\n\n${help()}`);
      isRun = false;
      process.exitCode = 2;
    } else {
      console.error(error);
      fault = 'defect';
      process.exitCode = 3;
    }
  } finally {
    const name = basename(process.argv[1] ?? '', '.ts');
    if (isRun) writeRunLog(name, args, Number(process.exitCode ?? 0), fault);
  }
}
