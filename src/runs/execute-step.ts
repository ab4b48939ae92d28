import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { SourceFile } from '../data/source-file.ts';
import type { Manifest } from '../pipeline/manifest.ts';
import type { AnyStepDefinition } from '../pipeline/step.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { FileReference } from '../tracking/run-record.ts';
import type { StepRecord } from '../tracking/step-record.ts';

/** What names one piece of work: the payload of a task. */
export interface StepWork {
  readonly run: string;
  /** Node id. */
  readonly step: string;
  readonly attempt: number;
  /** The maps around the node with their items, `@folds#3`; '' for none. */
  readonly index: string;
}

/** What the worker needs of the world. */
export interface Worker {
  readonly manifest: Manifest;
  /** Definitions by step name; a deployed worker has only its own. */
  readonly steps: ReadonlyMap<string, AnyStepDefinition>;
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  readonly openFile: (reference: FileReference) => Promise<SourceFile>;
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

/** What a task answers: declared scalars by value, lists as their indices. */
export interface StepAnswer {
  readonly record: StepRecord;
  readonly scalars: Readonly<Record<string, unknown>>;
}
