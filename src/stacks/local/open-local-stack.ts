import { join } from 'node:path';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { Stack } from '../stack.ts';
import { endDeadRuns } from './end-dead-runs.ts';
import { openFileArtifacts } from './file-artifacts.ts';
import { hostName } from './host-name.ts';
import { inProcessOrchestrator } from './in-process-orchestrator.ts';
import { isProcessAlive } from './is-process-alive.ts';
import { localDeployer } from './local-deployer.ts';
import { makeFolder } from './make-folder.ts';
import { openSqliteRecords } from './records/open.ts';

/** Where a local stack keeps its state, and where it finds the code. */
export interface LocalPlace {
  /** Folder of the records and artifacts, made if it is not there. */
  readonly home: string;
  /** Folder of the project: its lock file and its `pipelines/`. */
  readonly root: string;
}

/** Opens the stack of this machine: one process, SQLite and files. Throws `home.unwritable` and `records.*`. */
export async function openLocalStack({ home, root }: LocalPlace): Promise<Stack> {
  await makeHome(home);
  const stored = openSqliteRecords(join(home, 'records.sqlite'));
  const records = endDeadRuns(stored, { now: Date.now, host: hostName(), isAlive: isProcessAlive });
  const artifacts = openFileArtifacts(join(home, 'store'));
  const pipelines = join(root, 'pipelines');
  return {
    name: 'local',
    flavors: {
      orchestrator: 'in-process',
      artifactStore: 'files',
      experimentTracker: 'sqlite',
      modelDeployer: 'local',
    },
    records,
    artifacts,
    orchestrator: inProcessOrchestrator({
      stack: 'local',
      root,
      pipelines,
      records: stored, // a run under way is no judge of itself
      artifacts,
      process: { host: hostName(), pid: process.pid },
      now: Date.now,
      random: Math.random,
    }),
    deployer: localDeployer({ records, artifacts }),
    close: () => records.close(),
  };
}

async function makeHome(home: string): Promise<void> {
  if (/^~|^[a-z0-9+.-]+:\/\//i.test(home)) throw unusableHome(`${home}, which is no path`);
  try {
    await makeFolder(home);
  } catch (error) {
    throw unusableHome(error instanceof Error ? `${home}: ${error.message}` : home, error);
  }
}

function unusableHome(seen: string, cause?: unknown): SluiceError {
  return new SluiceError({
    code: 'home.unwritable',
    message: 'the folder for runs and artifacts cannot be made',
    seen,
    allowed: 'the path of a folder, there or to be made; `~` only where the shell puts the home folder for it',
    mend: 'set SLUICE_HOME to a folder that you may write, or unset it for .sluice in the folder of the project',
    cause,
  });
}
