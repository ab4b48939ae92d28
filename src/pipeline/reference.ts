import type { ArtifactType } from './artifact-types.ts';

/** Id of a node, unique in its pipeline. */
export type NodeId = string;

/** The node that stands for the pipeline's own parameters. */
export const PARAMETERS_NODE: NodeId = 'params';

/** Stands for an output while a pipeline is being declared; has no value yet. */
export interface Reference<T, Name extends string = string> {
  readonly node: NodeId;
  readonly output: string;
  readonly type: ArtifactType<T, Name>;
}

/** A reference as the graph keeps it: plain data. */
export interface GraphReference {
  readonly node: NodeId;
  readonly output: string;
  readonly type: string;
}

/** Whether a bound value is a reference, not a literal. */
export function isGraphReference(value: unknown): value is GraphReference {
  return typeof value === 'object' && value !== null && 'node' in value && 'output' in value;
}

/** The plain data of a symbolic reference. */
export function toGraphReference(reference: AnyReference): GraphReference {
  return { node: reference.node, output: reference.output, type: reference.type.name };
}

/** A reference to a value of any type. */
export interface AnyReference {
  readonly node: NodeId;
  readonly output: string;
  readonly type: { readonly name: string };
}
