import { PARAMETERS_NODE } from '../../pipeline/reference.ts';
import type { OutputName, PlannedStep } from '../../tracking/run-record.ts';

/** A step and all that it was made from, over any number of joins, nearest first; the step itself is the first. */
export function upstream(plan: readonly PlannedStep[], node: string): PlannedStep[] {
  const byNode = new Map(plan.map((step) => [step.node, step]));
  const own = byNode.get(node);
  return closure(own ? [own] : [], (step) => sourcesOf(step).flatMap((source) => byNode.get(source.node) ?? []));
}

/** All steps that read an output, or what was made of it over any number of joins, nearest first. */
export function downstream(plan: readonly PlannedStep[], { node, output }: OutputName): PlannedStep[] {
  const readers = plan.filter((step) =>
    sourcesOf(step).some((source) => source.node === node && source.output === output),
  );
  return closure(readers, (step) =>
    plan.filter((other) => sourcesOf(other).some((source) => source.node === step.node)),
  );
}

/** Names of the pipeline's parameters that a step reads itself. */
export function parametersOf(step: PlannedStep): string[] {
  return sourcesOf(step).flatMap(({ node, output }) => (node === PARAMETERS_NODE ? [output] : []));
}

function sourcesOf({ inputs, parameters }: PlannedStep): OutputName[] {
  return [...Object.values(inputs), ...Object.values(parameters)];
}

function closure(start: readonly PlannedStep[], next: (step: PlannedStep) => readonly PlannedStep[]): PlannedStep[] {
  const found = new Set(start);
  // A set is walked in the order of its entries, those added on the way too.
  for (const step of found) for (const other of next(step)) found.add(other);
  return [...found];
}
