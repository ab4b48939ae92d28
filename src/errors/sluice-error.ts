/** What a user can do about an error: everything `docs/errors.md` says under its code, with the value seen. */
export interface ErrorFacts {
  /** `area.problem` in kebab-case; the heading of its entry in `docs/errors.md`. */
  readonly code: `${string}.${string}`;
  /** What is wrong, one sentence without a full stop. */
  readonly message: string;
  /** The value met, shortened by the thrower where it may be long. */
  readonly seen?: string;
  /** What would have been accepted. */
  readonly allowed?: string;
  /** What to do now. */
  readonly mend: string;
  /** Whether trying the same thing again can help; `permanent` unless said. */
  readonly retry?: 'permanent' | 'transient';
  /** The same for programs: plain JSON data. */
  readonly details?: unknown;
  readonly cause?: unknown;
}

/** The JSON form in which an error crosses processes, Step Functions and the records. */
export type ErrorDocument = Omit<ErrorFacts, 'cause'> & { readonly stack?: string };

/** Every error that a user of Sluice can meet. */
export class SluiceError extends Error {
  override readonly name = 'SluiceError';
  readonly facts: ErrorFacts;

  constructor(facts: ErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.facts = facts;
  }

  get code(): ErrorFacts['code'] {
    return this.facts.code;
  }

  get transient(): boolean {
    return this.facts.retry === 'transient';
  }

  /** By name, not `instanceof`: bundles may hold two copies of this class. */
  static is(error: unknown): error is SluiceError {
    return error instanceof Error && error.name === 'SluiceError' && 'facts' in error;
  }
}
