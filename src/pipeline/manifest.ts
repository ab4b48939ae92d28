import type { Concurrency } from './concurrency.ts';
import type { GraphNode } from './graph.ts';
import type { ParameterDeclaration } from './parameters.ts';
import type { Pipeline } from './pipeline.ts';

/** A pipeline without its code: what is deployed beside each step, and what a run is planned from. */
export interface Manifest {
  readonly v: 1;
  readonly pipeline: string;
  readonly timeoutMs: number;
  readonly concurrency: Concurrency;
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
  readonly nodes: readonly GraphNode[];
  /** Hash of the reachable code by step name. */
  readonly code: Readonly<Record<string, string>>;
}

/** The manifest of a pipeline whose steps' code has these hashes. */
export function manifestOf(pipeline: Pipeline, code: Readonly<Record<string, string>>): Manifest {
  const { name, timeoutMs, concurrency, parameters, nodes } = pipeline;
  return { v: 1, pipeline: name, timeoutMs, concurrency, parameters, nodes, code };
}
