import type { Manifest } from '../../pipeline/manifest.ts';
import type { AnyStepDefinition } from '../../pipeline/step.ts';
import type { Worker } from '../../runs/worker.ts';
import { openDeployedStores } from './deployed-stores.ts';
import type { Environment } from './environment.ts';
import { deployedVariableReader } from './variables/variable-reader.ts';
import { s3SourceFile } from './s3-source-file.ts';

/** What the function of a step needs of the world. Throws `deployed.variable-missing`. */
export function openDeployedWorker(environment: Environment, manifest: Manifest, step: AnyStepDefinition): Worker {
  const { records, artifacts, s3 } = openDeployedStores(environment);
  return {
    manifest,
    steps: new Map([[step.name, step]]),
    records,
    artifacts,
    openFile: async ({ file }) => s3SourceFile(s3, file),
    readVariable: deployedVariableReader(environment, fetch),
    now: Date.now,
  };
}
