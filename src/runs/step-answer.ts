import type { Scalar, StepRecord } from '../tracking/step-record.ts';

/** What a task answers to the state machine: declared scalars by value, lists as their indices. */
export interface StepAnswer {
  readonly scalars: Readonly<Record<string, Scalar | readonly number[]>>;
}

/** The answer of a finished step. */
export function stepAnswer({ outputs }: StepRecord): StepAnswer {
  const lists = Object.entries(outputs?.artifacts ?? {}).filter(([, { type }]) => type === 'list');
  const indices = lists.map(([name, { count = 0 }]) => [name, Array.from({ length: count }, (_, index) => index)]);
  return { scalars: { ...outputs?.scalars, ...Object.fromEntries(indices) } };
}
