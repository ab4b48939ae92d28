import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { ParameterFiles } from './parameter-files.ts';

/** What a stack keeps its state in, opened. */
export interface Components {
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  readonly files: ParameterFiles;
  close(): Promise<void>;
}
