/** What is wrong with the call of a command. */
export const usageRu = {
  languages: (known: string) => `--lang принимает одно из: ${known}`,
  port: (given: string) => `--port принимает число от 1 до 65535, а не ${given}`,
  unknownOption: (name: string) => `нет такого ключа: ${name}`,
  optionValue: (name: string) => `ключу ${name} дано не то значение или не дано никакого`,
  misunderstood: (given: string) => `не понято: ${given}`,
  inspectFiles: 'inspect: назовите хотя бы один файл',
  initFolder: 'init: назовите одну папку',
  oneSet: 'назовите одну папку с набором исходных данных',
  oneFolder: 'назовите одну папку',
  preset: (given: string, known: string) => `нет такого уровня защиты: ${given}; есть ${known}`,
  bench: (given: string, known: string) => `нет такого замера: ${given}; есть ${known}`,
  rows: (least: number) => `--rows принимает целое число от ${least}`,
  embeds: (given: string, known: string) => `--embeds не знает слова ${given}; есть ${known}`,
  site: (given: string) => `--site принимает адрес вида https://example.org, а не ${given}`,
};

export type UsageWords = typeof usageRu;
