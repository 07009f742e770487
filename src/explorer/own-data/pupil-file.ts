import type { Place } from '../../contract/fault.ts';

/** One pupil of a work. Never leaves the device: not stored, not sent. */
export interface Pupil {
  /** Line of the file. */
  line: number;
  school: string;
  municipality: string;
  /** As the file spells it, in one case: `6А`, `А`, or nothing. */
  klass: string;
  code: string;
  score: number;
  /** Mark of the journal. */
  journal: number | null;
  /** Points of each task; `null`: not done, or not reached. */
  tasks: (number | null)[];
}

export interface Task {
  name: string;
  /** The most that the task gives: of its header, else the highest that anybody got. */
  most: number;
  stated: boolean;
}

/** What file name, titles and headers say of the work. */
export interface Work {
  year?: number;
  subject?: string;
  grade?: number;
  /** Class that wrote, when it is another than the programme's. */
  writtenIn?: number;
}

/** A file as the page gets it: personal data are no longer there. */
export interface PupilFile {
  fileName: string;
  sheetName: string;
  layout: string;
  work: Work;
  pupils: Pupil[];
  tasks: Task[];
  schoolNames: Record<string, string>;
  absent: number;
  /** Lines that were not understood, by rule. */
  rejected: { rule: string; lines: number[] }[];
  /** Columns with personal data, which were dropped before anything else was read. */
  dropped: string[];
}

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'progress'; share: number }
  | { kind: 'read'; file: PupilFile }
  | { kind: 'fault'; code: string; place: Place; details: Record<string, string | number> };
