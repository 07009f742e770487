import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Fault } from '../contract/fault.ts';
import { type Language, languages } from '../contract/vocabulary.ts';
import { describeFault } from '../i18n/faults.ts';

/** Wrong call of a command: exit code 2, and its usage is printed. Wrong input is a Fault: exit code 1. */
export class UsageError extends Error {}

/** Russian where the machine speaks Russian, English elsewhere; `--lang` decides. */
export function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  const named = languages.find((lang) => lang === args[at + 1]);
  if (at !== -1 && named) return named;
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ru') ? 'ru' : 'en';
}

export interface Call<Values> {
  values: Values;
  positionals: string[];
  lang: Language;
}

/** Parses the arguments of a command; `--help` and `--lang` are understood everywhere. */
export function parse<O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    const common = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } as const;
    return parseArgs({ args, options: { ...options, ...common }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/**
 * Runs a command: prints its help, words its faults, sets the exit code (0 done, 1 wrong input, 2 wrong call,
 * 3 a fault of ours).
 */
export async function command(
  usage: string,
  main: (args: string[], lang: Language) => Promise<void>,
): Promise<void> {
  const args = process.argv.slice(2);
  const lang = languageOf(args);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return;
  }
  try {
    await main(args, lang);
  } catch (error) {
    if (error instanceof Fault) {
      console.error(describeFault(error, lang));
      process.exitCode = 1;
    } else if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`);
      process.exitCode = 2;
    } else {
      console.error(error);
      process.exitCode = 3;
    }
  }
}
