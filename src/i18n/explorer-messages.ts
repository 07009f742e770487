import type { EngineErrorCode } from '../contract/engine.ts';

/** Every text the explorer shows. `{name}` marks what is filled in; the page gives them in its language. */
export interface ExplorerMessages {
  /** Button shown where the engine is not loaded unasked. */
  loadEngine: string;
  /** Beside that button, until it is pressed. */
  waiting: string;
  /** `{loaded}` and `{total}`: sizes with their unit. */
  loadingEngine: string;
  /** The engine is there, its tables are being fetched. */
  loadingData: string;
  working: string;
  /** `{rows}`: number of results drawn; `{view}`: what was chosen, in words. */
  updated: string;
  /** Nothing was published for the choice. */
  noData: string;
  /** `{value}` from the address is not among the choices and was left out. */
  unknownValue: string;
  retry: string;
  /** One per code; `{file}` is the file at fault where there is one. */
  errors: Record<EngineErrorCode, string>;
  table: {
    /** `{view}` */
    schools: string;
    /** `{view}` */
    municipalities: string;
    school: string;
    municipality: string;
    /** In a cell: too few took part, or the count is withheld. */
    hidden: string;
    /** In a cell: no result of that year. */
    absent: string;
  };
}

/** Fills a text's `{name}` marks; a mark without a value stays, so that the slip is seen. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark));
