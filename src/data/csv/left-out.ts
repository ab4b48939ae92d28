/** A row that could not be read. */
export interface UnreadableRow {
  /** Where its record starts. */
  readonly line: number;
  readonly reason: string;
}

/** Rows left out of some records. */
export interface LeftOut {
  readonly count: number;
  /** The first few of them. */
  readonly examples: readonly UnreadableRow[];
}

/** Rows quoted. */
const MAX_EXAMPLES = 5;

export const NOTHING_LEFT_OUT: LeftOut = { count: 0, examples: [] };

/** The rows left out of some records and of those after them; `linesBefore` is added to the lines of the latter. */
export function joinLeftOut(earlier: LeftOut, later: LeftOut, linesBefore: number): LeftOut {
  const moved = later.examples.map(({ line, reason }) => ({ line: line + linesBefore, reason }));
  return { count: earlier.count + later.count, examples: [...earlier.examples, ...moved].slice(0, MAX_EXAMPLES) };
}

/** What `RowFaults` noted: the rows left out, and which of those that were taken are to be dropped. */
export interface NotedFaults extends LeftOut {
  /** Counted from 0, rising. */
  readonly takenRows: readonly number[];
}

/** Notes the rows to be left out while records are looked at. */
export class RowFaults {
  #count = 0;
  #examples: UnreadableRow[] = [];
  #takenRows: number[] = [];

  /** Notes a bad cell of a row that is being taken; a second one of the same row is passed over. */
  noteCell(takenRow: number, line: number, reason: () => string): void {
    if (this.#takenRows.at(-1) === takenRow) return;
    this.#takenRows.push(takenRow);
    this.noteRecord(line, reason);
  }

  /** Notes a record that is not taken. */
  noteRecord(line: number, reason: () => string): void {
    this.#count += 1;
    if (this.#examples.length < MAX_EXAMPLES) this.#examples.push({ line, reason: reason() });
  }

  /** What was noted since the last call. */
  finish(): NotedFaults {
    const noted = { count: this.#count, examples: this.#examples, takenRows: this.#takenRows };
    this.#count = 0;
    this.#examples = [];
    this.#takenRows = [];
    return noted;
  }
}
