import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { isInline } from '../pipeline/compile/map-state.ts';
import { indexFileKey } from '../pipeline/compile/value-paths.ts';
import { mapsOver } from '../pipeline/graph.ts';
import type { Manifest } from '../pipeline/manifest.ts';
import type { Scalar, StepRecord } from '../tracking/step-record.ts';
import { checkListLengths } from './check-list-lengths.ts';

/** What a task answers to the state machine: declared scalars by value, lists that an inline map reads as indices. */
export interface StepAnswer {
  readonly scalars: Readonly<Record<string, Scalar | readonly number[]>>;
}

/**
 * The answer of a finished step. Indices for a Distributed Map might not fit the state: they go to the file that it
 * reads. Throws `run.too-many-items`.
 */
export async function answerStep(
  { manifest, artifacts }: { readonly manifest: Manifest; readonly artifacts: ArtifactStore },
  record: StepRecord,
): Promise<StepAnswer> {
  checkListLengths(manifest.nodes, record);
  const { inline = [], distributed = [] } = Object.groupBy(mapsOver(manifest.nodes, record.node), (map) =>
    isInline(map) ? 'inline' : 'distributed',
  );
  for (const { items } of distributed) await writeIndexFile(artifacts, record, items.output);
  const indices = inline.map(({ items }) => [items.output, indicesOf(record, items.output)]);
  return { scalars: { ...record.outputs?.scalars, ...Object.fromEntries(indices) } };
}

async function writeIndexFile(artifacts: ArtifactStore, record: StepRecord, output: string): Promise<void> {
  const { run, node, key } = record;
  const file = indexFileKey(run, key.slice(node.length), node, output);
  await artifacts.replace(file, Buffer.from(JSON.stringify(indicesOf(record, output))));
}

function indicesOf({ outputs }: StepRecord, output: string): number[] {
  const { count = 0 } = outputs!.artifacts[output]!;
  return Array.from({ length: count }, (_, index) => index);
}
