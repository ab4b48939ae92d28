import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { Surroundings, VariableReader } from '../runs/variables/read-variables.ts';
import { memoryArtifacts } from '../stacks/local/memory-artifacts.ts';
import { openSqliteRecords } from '../stacks/local/records/open.ts';
import type { RecordStore } from '../tracking/record-store.ts';

/** Where runs of a test leave their records and artifacts; give it to several runs to test caching and champions. */
export interface TestWorld {
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  /** Goes on by 1 ms a look, so that runs are in order and the same every time. */
  readonly now: () => number;
  readonly readVariable: VariableReader;
}

/** Records and artifacts in memory, and secrets and configuration for steps that declare some. */
export function testWorld({ secrets = {}, configuration = {} }: Surroundings = {}): TestWorld {
  let nowMs = Date.UTC(2000, 0, 1);
  const now = () => nowMs++;
  const readVariable = async (name: string) => secrets[name] ?? configuration[name];
  return { records: openSqliteRecords(':memory:'), artifacts: memoryArtifacts(now), now, readVariable };
}
