/** Where a fault lies, as exactly as is known. */
export interface Place {
  file?: string;
  line?: number;
  column?: string;
  /** A key inside a JSON file, such as `inputs.0.profile`. */
  key?: string;
}

/** What a fault's sentences are filled with. Never a pupil's value. */
export type FaultDetails = Readonly<Record<string, string | number>>;

/**
 * Wrong input, told to a person: a code whose two sentences (fault, remedy) stand in the message catalogue, and the
 * place. Thrown by build rooms, worded by the command that catches it.
 */
export class Fault extends Error {
  readonly code: string;
  readonly place: Place;
  readonly details: FaultDetails;

  constructor(code: string, place: Place = {}, details: FaultDetails = {}) {
    super(`${code}${place.file ? ` in ${place.file}` : ''}${place.line ? `:${place.line}` : ''}`);
    this.name = 'Fault';
    this.code = code;
    this.place = place;
    this.details = details;
  }
}

/** One rejected row: what `reject.csv` and the report list. */
export interface Rejection {
  file: string;
  line: number;
  /** Ours; several with a plus between them. */
  column: string;
  /** What the file calls them, where it has them. */
  header?: string;
  /** A fault code; its remedy stands in the catalogue. */
  rule: string;
  /** Login of the school that it is about, where that is what a person must look for. */
  school?: string;
}
