import type { Table } from '../data/table.ts';
import type { Model } from '../models/model.ts';
import type { ArtifactTypeName } from '../artifacts/artifact-reference.ts';
import type { StepLog } from '../tracking/step-record.ts';
import type { Attempt } from './attempt.ts';
import { logModels, type ReadTable } from './autolog/log-models.ts';
import type { CalledStep, Values } from './call-step.ts';
import { withMetricsOutputs } from './step-log.ts';

/** All that is written down of a step: what it logged, its metrics outputs, and what is known of its models. */
export function logOf(said: StepLog, { node, inputs: sources }: Attempt, { inputs, returned }: CalledStep): StepLog {
  const ofType = <T>(type: ArtifactTypeName) => valuesOf<T>(node.outputs, type, returned);
  const log = withMetricsOutputs(said, ofType<Readonly<Record<string, number>>>('metrics'));
  const models = logModels(ofType<Model>('model'), readTables(sources, inputs));
  return models === undefined ? log : { ...log, models };
}

/** The outputs of a type; that their values are of it was seen when they were stored. */
function valuesOf<T>(
  declared: Readonly<Record<string, ArtifactTypeName>>,
  type: ArtifactTypeName,
  returned: Values,
): Map<string, T> {
  const names = Object.keys(declared).filter((name) => declared[name] === type);
  return new Map(names.map((name) => [name, returned[name] as T]));
}

function readTables(sources: Attempt['inputs'], inputs: Values): ReadTable[] {
  return Object.entries(sources).flatMap(([input, source]) => {
    if (source.kind !== 'artifact' || source.reference.type !== 'table') return [];
    const read = inputs[input];
    return [{ input, reference: source.reference, ...(isTable(read) ? { table: read } : {}) }];
  });
}

/** A stream of rows has been read by now, and cannot be again. */
function isTable(read: unknown): read is Table {
  return typeof read === 'object' && read !== null && 'rowCount' in read && 'column' in read;
}
