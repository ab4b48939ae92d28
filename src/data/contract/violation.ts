/** A rule of a contract that a table breaks. */
export interface Violation {
  /** The rule in words. */
  readonly rule: string;
  /** Rows that break it. */
  readonly count: number;
  /** The first few of them, counted from 0, with the value there; null where it is missing. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly row: number;
  readonly value: number | string | null;
}

/** Rows shown for each rule. */
const MAX_EXAMPLES = 3;

/** Gathers the rows that break one rule. */
export class ViolationBuilder {
  readonly #rule: string;
  readonly #examples: Example[] = [];
  #count = 0;

  constructor(rule: string) {
    this.#rule = rule;
  }

  /** Adds so many rows with the same value, of which one is given. */
  add(row: number, value: number | string | null, count = 1): void {
    this.#count += count;
    if (this.#examples.length < MAX_EXAMPLES) this.#examples.push({ row, value });
  }

  /** The violation, if any row was added. */
  finish(): readonly Violation[] {
    if (this.#count === 0) return [];
    return [{ rule: this.#rule, count: this.#count, examples: this.#examples }];
  }
}
