import type { Contract } from '../data/contract/contract.ts';
import type { SourceFile } from '../data/source-file.ts';
import type { Columns, Table } from '../data/table.ts';
import type { Scalar } from '../tracking/step-record.ts';
import type { AnyArtifactType, ArtifactType, ReadableType, StreamedType } from './artifact-types.ts';
import { checkInputs } from './check-inputs.ts';
import { checkName } from './check-name.ts';
import { declaration, uniqueId } from './declaration.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { RegistryAccess, StepNode } from './graph.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import { toGraphReference, type AnyReference, type NodeId, type Reference } from './reference.ts';
import { checkVariableNames, type Variables } from './variables.ts';
import type { ContextFor } from './step-context.ts';

/** Artifact types by name: the inputs or outputs of a step. */
export type Types = Readonly<Record<string, AnyArtifactType>>;
type ValueOf<A> = A extends ArtifactType<infer T, string> ? T : never;
/** What a reference between steps holds: of a streamed table, the table. */
type HeldBy<A> = A extends StreamedType<infer C> ? Table<C> : ValueOf<A>;
type NameOf<A> = A extends { readonly name: infer N extends string } ? N : never;

/** The values that a step's function takes or gives. */
export type Values<M> = { readonly [K in keyof M]: ValueOf<M[K]> };
/** What calling a step in a declaration gives. */
export type References<M> = { readonly [K in keyof M]: Reference<HeldBy<M[K]>, NameOf<M[K]>> };
/** What calling a step takes; an item of a mapped list fits any input of its type. */
export type Arguments<M> = { readonly [K in keyof M]: Reference<HeldBy<M[K]>, NameOf<M[K]> | 'item'> };

/** A parameter that is not a literal: the pipeline's own, or a scalar that a step gave. */
interface ReadableReference<T, Name extends string> {
  readonly node: NodeId;
  readonly output: string;
  readonly type: ReadableType<T, Name>;
}
/** What may be given for parameters: the value itself or a reference to it; a file only by reference. */
export type Bound<P> = {
  readonly [K in keyof P]: NonNullable<P[K]> extends SourceFile
    ? ReadableReference<P[K], 'file'>
    : P[K] | ReadableReference<P[K], 'scalar'>;
};

/** A typed function with named inputs, outputs and parameters: the unit of retry, caching and compute. */
export interface StepDefinition<I, O, P, R extends RegistryAccess, S extends string = never, C extends string = never> {
  /** kebab-case; unique in a pipeline. */
  readonly name: string;
  readonly inputs: I;
  readonly outputs: O;
  readonly policy?: Partial<Policy>;
  /** What it may do with the registry; what it reads there counts for its reuse, and one that may release is never reused. */
  readonly registry?: R;
  /**
   * Names of environment variables whose values it is handed as `context.secrets`. At home they are those of the shell;
   * on AWS of SSM or Secrets Manager, as the pipeline says. They are no part of the cache key, and are kept nowhere.
   */
  readonly secrets?: readonly S[];
  /**
   * As `secrets`, for what differs by the place and is not secret: hosts, names of buckets; handed as
   * `context.configuration`. What changes a result is a parameter, because this is no part of the cache key either.
   */
  readonly configuration?: readonly C[];
  /** Stands for the code in the cache key of a step made inline, which has no file to hash. */
  readonly version?: string;
  readonly run: (inputs: Values<I>, parameters: P, context: ContextFor<R, S, C>) => Promise<Values<O>> | Values<O>;
}

/** A step: call it inside `pipeline(...)` to place it in the graph. */
export type Step<
  I,
  O,
  P,
  R extends RegistryAccess = RegistryAccess,
  S extends string = never,
  C extends string = never,
> = StepDefinition<I, O, P, R, S, C> &
  ((
    inputs: Arguments<I>,
    ...parameters: {} extends P ? [parameters?: Bound<P>] : [parameters: Bound<P>]
  ) => References<O>);

/** An input with its type forgotten. */
export interface AnyInput {
  readonly name: string;
  /** Whether a table is taken or given as a stream. */
  readonly streamed?: true;
}

/** An output with its type forgotten; columns and contract are those of a table. */
export interface AnyOutput extends AnyInput {
  readonly columns?: Columns;
  readonly contract?: Contract;
}

/** A step with its types forgotten, as the executor calls it. */
export interface AnyStepDefinition extends Variables {
  readonly name: string;
  readonly inputs: Readonly<Record<string, AnyInput>>;
  readonly outputs: Readonly<Record<string, AnyOutput>>;
  readonly version?: string;
  run(inputs: unknown, parameters: unknown, context: unknown): unknown;
}

/**
 * Makes a step. Export it as a `const` from its own file, so that a build can map it to its code.
 * @example
 * export const train = step({
 *   name: 'train', inputs: { rows: orders }, outputs: { model: model(features) },
 *   run: ({ rows }, { l2 }: { l2: number }) => ({ model: trainRidge({ table: rows, l2, … }) }),
 * });
 */
export function step<
  const I extends Types,
  const O extends Types,
  P = {},
  const R extends RegistryAccess = 'none',
  const S extends string = never,
  const C extends string = never,
>(definition: StepDefinition<I, O, P, R, S, C>): Step<I, O, P, R, S, C> {
  checkName(definition.name);
  checkVariableNames(definition.name, definition);
  const place = (
    inputs: Readonly<Record<string, AnyReference>>,
    parameters: Readonly<Record<string, Scalar | AnyReference>> = {},
  ) => placeStep(definition as unknown as AnyStepDefinition & StepDefinition<I, O, P, R, S, C>, inputs, parameters);
  Object.defineProperty(place, 'name', { value: definition.name });
  // The call's own type is generic in the definition; at run time both are this one function with properties.
  return Object.assign(place, withoutName(definition)) as unknown as Step<I, O, P, R, S, C>;
}

function withoutName<D extends { name: string }>(definition: D): Omit<D, 'name'> {
  const { name: _name, ...rest } = definition; // a function's own `name` cannot be assigned, it was defined
  return rest;
}

function placeStep(
  definition: AnyStepDefinition & { readonly policy?: Partial<Policy>; readonly registry?: RegistryAccess },
  inputs: Readonly<Record<string, AnyReference>>,
  parameters: Readonly<Record<string, Scalar | AnyReference>>,
): Record<string, AnyReference> {
  const { nodes, steps } = declaration();
  checkInputs(definition.name, definition.inputs, inputs);
  const known = steps.get(definition.name);
  if (known && known.run !== definition.run) throw nameTaken(definition.name);
  steps.set(definition.name, definition);
  const policy = { ...DEFAULT_POLICY, ...definition.policy };
  const id = uniqueId(definition.name);
  nodes.push({
    kind: 'step',
    id,
    step: definition.name,
    inputs: mapValues(inputs, toGraphReference),
    parameters: mapValues(parameters, (value) => (typeof value === 'object' ? toGraphReference(value) : value)),
    outputs: mapValues(definition.outputs, (type) => type.name) as StepNode['outputs'],
    policy,
    registry: definition.registry ?? 'none',
    ...(definition.secrets?.length ? { secrets: definition.secrets } : {}),
    ...(definition.configuration?.length ? { configuration: definition.configuration } : {}),
  });
  return Object.fromEntries(
    Object.entries(definition.outputs).map(([output, type]) => [output, { node: id, output, type }]),
  );
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function nameTaken(name: string): SluiceError {
  return new SluiceError({
    code: 'pipeline.step-name-taken',
    message: 'two different steps of a pipeline have the same name',
    seen: name,
    mend: 'give each step its own name',
  });
}
