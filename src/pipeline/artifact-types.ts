import type { ArtifactTypeName } from '../artifacts/artifact-reference.ts';
import { checkColumns } from '../data/check-columns.ts';
import { checkRules } from '../data/contract/check-rules.ts';
import type { Contract } from '../data/contract/contract.ts';
import type { Columns, Table } from '../data/table.ts';
import type { TableStream } from '../data/table-stream.ts';
import type { Model } from '../models/model.ts';
import type { Scalar } from '../tracking/step-record.ts';
import type { Verdict } from '../tracking/verdict.ts';

declare const phantom: unique symbol;

/** A type of artifact: its TypeScript type at compile time (invariant), the name of its codec at run time. */
export interface ArtifactType<T, Name extends string = ArtifactTypeName> {
  readonly name: Name;
  readonly [phantom]?: (value: T) => T;
}

/** An artifact type of any kind. */
export interface AnyArtifactType {
  readonly name: ArtifactTypeName;
  readonly [phantom]?: (value: never) => unknown;
}

/** Something whose value can be read as a `T`: what a parameter of type `T` accepts. */
export interface ReadableType<T, Name extends string> {
  readonly name: Name;
  readonly [phantom]?: (value: never) => T;
}

/** A table artifact; columns and contract are checked when a step returns it. */
export type TableType<C extends Columns> = ArtifactType<Table<C>, 'table'> & {
  readonly columns: C;
  readonly contract: Contract<C>;
};

/**
 * Rows by column, stored as an Arrow IPC file; the contract says what must hold for them.
 * Throws `data.unknown-kind` and `contract.bad-rule`.
 * @example
 * table({ state: 'text', price: 'float' }, { minRows: 1, columns: { price: { min: 0, maxNullShare: 0.1 } } })
 */
export function table<const C extends Columns>(columns: C, contract: Contract<C> = {}): TableType<C> {
  return { name: 'table', columns: checkColumns(columns), contract: checkRules(columns, contract) };
}

/** A table artifact that a step takes or gives in pieces. */
export type StreamedType<C extends Columns> = ArtifactType<TableStream<C>, 'table'> & {
  readonly columns: C;
  readonly contract: Contract<C>;
  readonly streamed: true;
};

/**
 * The same table artifact, taken or given by a step as a `TableStream`: for more rows than its memory holds. Between
 * steps it is the table that it is.
 * @example
 * step({ name: 'ingest', inputs: {}, outputs: { rows: streamed(orders) },
 *   run: (_inputs, { source }: { source: SourceFile }) => ({ rows: streamCsv(source, orders.columns) }) })
 */
export function streamed<const C extends Columns>({ name, columns, contract }: TableType<C>): StreamedType<C> {
  return { name, columns, contract, streamed: true };
}

/** A fitted model, stored as JSON. */
export function model<const F extends Columns>(_features: F): ArtifactType<Model<F>, 'model'> {
  return { name: 'model' };
}

/** Numbers by name; they become the run's metrics, under the output's name unless that is `metrics`. */
export function metrics<T extends { readonly [K in keyof T]: number }>(): ArtifactType<T, 'metrics'> {
  return { name: 'metrics' };
}

/** A gate's result. */
export function verdict(): ArtifactType<Verdict, 'verdict'> {
  return { name: 'verdict' };
}

/** Any value that JSON can hold. */
export function json<T>(): ArtifactType<T, 'json'> {
  return { name: 'json' };
}

/** A text for people, in Markdown. */
export function markdown(): ArtifactType<string, 'markdown'> {
  return { name: 'markdown' };
}

/** A list to map over; its items are values that JSON can hold. */
export function list<T>(): ArtifactType<readonly T[], 'list'> {
  return { name: 'list' };
}

/** A value that crosses states, for conditions and parameters: at most 1 KiB, nothing else does. */
export function scalar<T extends Scalar>(): ArtifactType<T, 'scalar'> {
  return { name: 'scalar' };
}
