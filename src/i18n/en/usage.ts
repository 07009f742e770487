import type { UsageWords } from '../ru/usage.ts';

/** What is wrong with the call of a command. */
export const usageEn: UsageWords = {
  languages: (known) => `--lang takes one of: ${known}`,
  port: (given) => `--port takes a number from 1 to 65535, not ${given}`,
  unknownOption: (name) => `there is no such option: ${name}`,
  optionValue: (name) => `option ${name} was given a wrong value or none`,
  misunderstood: (given) => `not understood: ${given}`,
  inspectFiles: 'inspect: name at least one file',
  initFolder: 'init: name one folder',
  oneSet: 'name one source set folder',
  oneFolder: 'name one folder',
  preset: (given, known) => `unknown preset: ${given}; there are ${known}`,
  bench: (given, known) => `unknown bench: ${given}; there are ${known}`,
  rows: (least) => `--rows takes a whole number from ${least}`,
  embeds: (given, known) => `--embeds does not know the word ${given}; there are ${known}`,
  site: (given) => `--site takes an address such as https://example.org, not ${given}`,
};
