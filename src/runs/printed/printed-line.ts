import type { RunRecord } from '../../tracking/run-record.ts';

export const PRINT_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

export type PrintLevel = (typeof PRINT_LEVELS)[number];

/** What the code of a step printed by one call of `console`; its text may have several lines. */
export interface PrintedLine {
  /** Key of the step's record. */
  readonly step: string;
  readonly attempt: number;
  /** Place among what the attempt printed, from 0. */
  readonly sequence: number;
  readonly atMs: number;
  readonly level: PrintLevel;
  readonly text: string;
}

/** Where the lines of a step lie. */
export interface LinesPlace {
  readonly step: string;
  readonly place: string;
}

/** What is found of what a run printed. */
export interface FoundLines {
  readonly lines: readonly PrintedLine[];
  /** Places that should have lines and are gone. */
  readonly gone: readonly LinesPlace[];
  /** Places that have more lines than were read, later ones. */
  readonly cut: readonly LinesPlace[];
}

/** Where a stack keeps what steps print. */
export interface PrintedLines {
  /** How long after it was printed a line may come to be found. */
  readonly delayMs: number;
  /** How long to wait between two looks for what is new. */
  readonly pollMs: number;
  /** What steps of these names printed in a run from a time on, in no order. */
  read(run: RunRecord, steps: readonly string[], sinceMs: number): Promise<FoundLines>;
}
