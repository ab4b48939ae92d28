import { SluiceError } from '../../errors/sluice-error.ts';
import { shown } from './shown.ts';

/** What is wrong with one field of one row. */
export interface FieldProblem {
  /** From 0. */
  readonly row: number;
  /** Null for the row as a whole. */
  readonly field: string | null;
  readonly problem: string;
  /** The value as sent, shortened. */
  readonly seen: string;
}

/** After so many a caller has seen enough. */
const MAX_PROBLEMS = 20;

/** Gathers the problems of one request. */
export class FieldProblems {
  readonly #problems: FieldProblem[] = [];

  add(row: number, field: string | null, problem: string, value: unknown): void {
    this.#problems.push({ row, field, problem, seen: shown(value) });
    if (this.#problems.length === MAX_PROBLEMS) this.check();
  }

  /** Throws `predict.invalid-input`, its details `{ fields: FieldProblem[] }`, if there is any problem. */
  check(): void {
    const fields = this.#problems;
    if (fields.length === 0) return;
    throw new SluiceError({
      code: 'predict.invalid-input',
      message: summary(fields.length),
      seen: fields.map(line).join('; '),
      allowed: 'rows that fit the signature of the model',
      mend: 'mend the fields named and send the request again; nothing was predicted',
      details: { fields },
    });
  }
}

function summary(count: number): string {
  if (count === 1) return 'one field does not fit the model';
  return count < MAX_PROBLEMS
    ? `${count} fields do not fit the model`
    : `the first ${count} fields do not fit the model`;
}

function line({ row, field, problem, seen }: FieldProblem): string {
  return `row ${row}${field === null ? '' : `, ${field}`}: ${problem}, got ${seen}`;
}
