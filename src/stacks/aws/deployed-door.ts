import type { Manifest } from '../../pipeline/manifest.ts';
import { decodeSource } from '../../tracking/source-text.ts';
import type { Starter } from '../../runs/start.ts';
import { deployedS3, openDeployedRecords } from './deployed-stores.ts';
import { type Environment, variable } from './environment.ts';
import { deployedStop } from './orchestrator/deployed-executions.ts';
import { placeS3File } from './orchestrator/place-s3-file.ts';

/** What the functions that start runs of a pipeline need of the world. Throws `deployed.variable-missing`. */
export function openDeployedDoor(environment: Environment, manifest: Manifest): Starter {
  const s3 = deployedS3(environment);
  const replaces = manifest.concurrency === 'replace';
  return {
    manifest,
    stack: variable(environment, 'SLUICE_STACK'),
    source: decodeSource(environment['SLUICE_SOURCE']),
    records: openDeployedRecords(environment),
    placeFile: (_parameter, uri) => placeS3File(s3, uri),
    now: Date.now,
    ...(replaces ? { stopExecution: deployedStop(environment) } : {}),
  };
}
