import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { SourceFile } from '../data/source-file.ts';
import type { Progress } from '../data/progress.ts';
import type { Manifest } from '../pipeline/manifest.ts';
import type { AnyStepDefinition } from '../pipeline/step.ts';
import type { PrintedLine } from './printed/printed-line.ts';
import type { VariableReader } from './variables/read-variables.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { FileReference } from '../tracking/run-record.ts';

/** What doing the work of steps needs of the world. */
export interface Worker {
  readonly manifest: Manifest;
  /** Definitions by step name; a deployed worker has only its own. */
  readonly steps: ReadonlyMap<string, AnyStepDefinition>;
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  readonly openFile: (reference: FileReference) => Promise<SourceFile>;
  /** Finds the secrets and the configuration that steps declare. */
  readonly readVariable: VariableReader;
  readonly now: () => number;
  /** Is told how far a step says that it is; nobody is unless given. */
  readonly progress?: Progress;
  /** Takes what steps print by `console`; it goes where that goes unless given. */
  readonly print?: (line: PrintedLine) => void;
  /** Aborted when the run ends around the work. */
  readonly signal?: AbortSignal;
}
