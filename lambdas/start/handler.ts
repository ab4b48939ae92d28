import type { Manifest } from '../../src/pipeline/manifest.ts';
import { newRunId, startRun, type StartRequest } from '../../src/runs/start.ts';
import { awsClients } from '../../src/stacks/aws/clients.ts';
import { openDeployedStores, variable } from '../../src/stacks/aws/deployed-stores.ts';
import { placeS3File } from '../../src/stacks/aws/orchestrator/place-s3-file.ts';
import { startExecution } from '../../src/stacks/aws/orchestrator/start-execution.ts';

type Asked = Pick<StartRequest, 'parameters' | 'trigger'> & {
  readonly useCache?: boolean;
  /** What asks: the same event, delivered twice, starts one run. */
  readonly event: string;
};

/** How long EventBridge may deliver an event again, and Lambda try it. */
const REPEATS_MS = 2 * 86_400_000;

/** The door in for rules and commands: one run an event. */
export function startHandler(manifest: Manifest): (asked: Asked) => Promise<{ run: string }> {
  const { records, s3 } = openDeployedStores(process.env);
  const stateMachine = variable(process.env, 'SLUICE_STATE_MACHINE');
  const { sfn } = awsClients({});
  const placeFile = async (_parameter: string, uri: string) => placeS3File(s3, uri);
  const starter = { manifest, stack: 'aws', records, placeFile, now: Date.now };
  return async ({ event, trigger, parameters, useCache = true }) => {
    const now = Date.now();
    const claim = await records.triggers.claim(event, newRunId(), now + REPEATS_MS, now);
    const run = await startRun(starter, { run: claim.run, trigger, parameters, useCache });
    await startExecution(sfn, stateMachine, run);
    return { run: run.id };
  };
}
