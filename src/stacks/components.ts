import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { PrintedLines } from '../runs/printed/printed-line.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { Finding } from './finding.ts';
import type { ParameterFiles } from './parameter-files.ts';
import type { Schedules } from './schedules.ts';

/** What a stack keeps its state in, opened. */
export interface Components {
  readonly records: RecordStore;
  /** Whether the records can be read and no more. */
  readonly isReadOnly?: boolean;
  readonly artifacts: ArtifactStore;
  readonly files: ParameterFiles;
  readonly printed: PrintedLines;
  /** Absent where nothing runs by itself. */
  readonly schedules?: Schedules;
  /** Looks at what is its own: a disk, a database, a deployment; with `deep`, at all of it however long it takes. */
  examine(deep: boolean): Promise<readonly Finding[]>;
  close(): Promise<void>;
}
