import { isInline } from '../pipeline/compile/map-state.ts';
import { mapsOver, type GraphNode } from '../pipeline/graph.ts';
import type { Scalar, StepRecord } from '../tracking/step-record.ts';

/** What a task answers to the state machine: declared scalars by value, lists that an inline map reads as indices. */
export interface StepAnswer {
  readonly scalars: Readonly<Record<string, Scalar | readonly number[]>>;
}

/** The answer of a finished step; the indices of longer lists lie in the files that Distributed Maps read. */
export function stepAnswer(nodes: readonly GraphNode[], { node, outputs }: StepRecord): StepAnswer {
  const inline = mapsOver(nodes, node).filter(isInline);
  const indices = inline.map(({ items: { output } }) => {
    const { count = 0 } = outputs!.artifacts[output]!;
    return [output, Array.from({ length: count }, (_, index) => index)];
  });
  return { scalars: { ...outputs?.scalars, ...Object.fromEntries(indices) } };
}
