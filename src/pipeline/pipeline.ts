import type { ArtifactType } from './artifact-types.ts';
import { checkGraph } from './check-graph.ts';
import { checkOptions } from './check-options.ts';
import { checkPolicies } from './check-policy.ts';
import type { Concurrency } from './concurrency.ts';
import { declareAll } from './declaration.ts';
import type { GraphNode } from './graph.ts';
import type { FileParameter, ParameterDeclaration, ParameterType, Sample } from './parameters.ts';
import { PARAMETERS_NODE, type AnyReference } from './reference.ts';
import { checkKey, checkName } from './check-name.ts';
import { checkReferences, checkVariableKinds, type PipelineVariables, type VariableReferences } from './variables.ts';
import type { AnyStepDefinition } from './step.ts';

type Declarations = Readonly<Record<string, ParameterDeclaration>>;

/** The parameters as the declaring function sees them: references, without values. */
export type ParameterReferences<D> = {
  readonly [K in keyof D]: {
    readonly node: string;
    readonly output: string;
    readonly type: D[K] extends FileParameter
      ? ArtifactType<ParameterType<D[K]>, 'file'>
      : ArtifactType<ParameterType<D[K]>, 'scalar'>;
  };
};

export interface PipelineOptions<D extends Declarations> {
  readonly parameters: D;
  /** Made-up data by file parameter, used when no file is given to a run at home. */
  readonly samples?: { readonly [K in keyof D]?: Sample };
  /** Of the whole run from its start, also while it waits its turn; a day unless said. */
  readonly timeoutMs?: number;
  /** What becomes of a run that is asked for while another is under way; `parallel` unless said. */
  readonly concurrency?: Concurrency;
  /** Where secrets of its steps lie on AWS; those left out are in SSM as `/sluice/<pipeline>/<name>`. */
  readonly secrets?: VariableReferences;
  /** Where configuration of its steps lies on AWS; what is left out is in SSM as `/sluice/<pipeline>/<name>`. */
  readonly configuration?: VariableReferences;
}

/** A declared pipeline: the graph as plain data, and the steps it names. */
export interface Pipeline extends PipelineVariables {
  readonly name: string;
  readonly parameters: Declarations;
  readonly samples: Readonly<Record<string, Sample>>;
  readonly timeoutMs: number;
  readonly concurrency: Concurrency;
  readonly nodes: readonly GraphNode[];
  readonly steps: ReadonlyMap<string, AnyStepDefinition>;
}

const DAY_MS = 86_400_000;

/**
 * Declares a pipeline by running `declare` once, synchronously, over references.
 * Throws `pipeline.*` errors for graphs that could not run the same in every place.
 */
export function pipeline<const D extends Declarations>(
  name: string,
  options: PipelineOptions<D>,
  declare: (parameters: ParameterReferences<D>) => void,
): Pipeline {
  checkName(name);
  Object.keys(options.parameters).forEach(checkKey);
  const { timeoutMs = DAY_MS, concurrency = 'parallel', secrets = {}, configuration = {} } = options;
  const limits = { timeoutMs, concurrency };
  checkOptions(name, limits);
  const references = parameterReferences(options.parameters);
  const { nodes, steps } = declareAll(() => declare(references as ParameterReferences<D>));
  checkPolicies(nodes);
  checkGraph(nodes);
  checkVariableKinds(nodes);
  checkReferences(nodes, { secrets, configuration });
  return {
    name,
    parameters: options.parameters,
    samples: (options.samples ?? {}) as Readonly<Record<string, Sample>>,
    ...limits,
    secrets,
    configuration,
    nodes,
    steps,
  };
}

function parameterReferences(parameters: Declarations): Record<string, AnyReference> {
  return Object.fromEntries(
    Object.entries(parameters).map(([output, { kind }]) => [
      output,
      { node: PARAMETERS_NODE, output, type: { name: kind === 'file' ? 'file' : 'scalar' } },
    ]),
  );
}

/** Whether a value is a pipeline, as a module may export one. */
export function isPipeline(value: unknown): value is Pipeline {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'steps' in value && 'samples' in value;
}
