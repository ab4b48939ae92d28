/** One state of Amazon States Language (https://states-language.net/spec.html), in its JSONPath form. */
export type State = Readonly<Record<string, unknown>> & { readonly Type: string };

/** A chain of states: a whole machine, a branch, or the body of a map. */
export interface StateMachine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** A definition as Step Functions takes it. */
export interface Definition extends StateMachine {
  readonly Comment: string;
  readonly QueryLanguage: 'JSONPath';
  readonly TimeoutSeconds: number;
}

/** What the states call: ARNs and names, or the deploying tool's tokens for them. */
export interface Resources {
  /** Function ARN by step name. */
  readonly functions: Readonly<Record<string, string>>;
  /** ARN of the function that upserts the run record. */
  readonly begin: string;
  /** Bucket of the index files of Distributed Maps. */
  readonly bucket: string;
}
