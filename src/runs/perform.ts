import { Spool } from '../artifacts/spool.ts';
import type { ArtifactReference } from '../artifacts/artifact-reference.ts';
import type { CacheEntry, ChampionRead, NotReused, StepOutputs, StepRecord } from '../tracking/step-record.ts';
import type { Attempt, Bindings } from './attempt.ts';
import { type CalledStep, callStep } from './call-step.ts';
import { checkContracts } from './check-contracts.ts';
import { commit } from './commit.ts';
import { logOf } from './log-of.ts';
import { withPrint } from './printed/print-of.ts';
import { registryCapability } from './registry-capability.ts';
import { isReusable } from './reuse.ts';
import { readVariables, type Surroundings } from './variables/read-variables.ts';
import { redactError, redactLog, type Redact, redactor } from './variables/redact.ts';
import { refuseSecrets } from './variables/refuse-secrets.ts';
import { SPOOL_PREFIX } from './spool-name.ts';
import { recordLog } from './step-log.ts';
import { storeOutputs } from './store-outputs.ts';
import type { Worker } from './worker.ts';

/**
 * Runs the step's own code, stores what it returns and records it. Throws what the code throws, `contract.*`,
 * `secret.*` and `step.*`; nothing of it holds a secret of the step.
 */
export async function perform(worker: Worker, attempt: Attempt, notReused: NotReused): Promise<StepRecord> {
  const surroundings = await readVariables(attempt.node, worker.readVariable);
  const { secrets = {}, configuration = {} } = surroundings;
  const redact = redactor({ secrets: Object.values(secrets), configuration: Object.values(configuration) });
  try {
    return await performWith(surroundings, redact, worker, attempt, notReused);
  } catch (error) {
    throw surroundings.secrets || surroundings.configuration ? redactError(error, redact) : error;
  }
}

async function performWith(
  surroundings: Surroundings,
  redact: Redact,
  worker: Worker,
  attempt: Attempt,
  notReused: NotReused,
): Promise<StepRecord> {
  const { node, run, record, parts } = attempt;
  const { logger, log } = recordLog();
  const work = { run, stepKey: record.key, inputs: artifactInputs(attempt.inputs) };
  const { context, released, champions } = registryCapability(worker, work, node.registry);
  await using spool = new Spool(SPOOL_PREFIX);
  const handed = { ...context, ...surroundings, log: logger, progress: worker.progress ?? noProgress };
  const call = () => callStep(worker, attempt, spool, (signal) => ({ ...handed, signal }));
  const called = await withPrint(worker, attempt, redact, call);
  const outputs = await keepReturned(worker, attempt, called, Object.values(surroundings.secrets ?? {}));
  const entry: CacheEntry = { run: run.id, parts, outputs, log: redactLog(logOf(log(), attempt, called), redact) };
  const version = released();
  const standing = { status: 'completed', notReused, ...(version ? { released: version } : {}) } as const;
  const done = await commit(worker, attempt, entry, standing);
  if (isReusable(node)) await remember(worker, attempt, entry, champions());
  return done;
}

/** Leaves what a step made to later runs, as long as the champions that it read serve. */
async function remember(
  { records }: Worker,
  { node, key }: Attempt,
  entry: CacheEntry,
  champions: readonly ChampionRead[] | undefined,
): Promise<void> {
  if (node.registry === 'none') await records.cache.put(key, entry);
  else if (champions) await records.cache.put(key, { ...entry, champions });
}

/** Stores what a step returned, once all of it may be kept. */
async function keepReturned(
  { steps, artifacts }: Worker,
  { node, run }: Attempt,
  { returned }: CalledStep,
  secrets: readonly string[],
): Promise<StepOutputs> {
  checkContracts(steps.get(node.step)!.outputs, returned);
  refuseSecrets(node.outputs, returned, secrets);
  return storeOutputs(artifacts, `artifacts/${run.pipeline}/${node.step}`, node.outputs, returned);
}

function noProgress(): void {}

function artifactInputs(inputs: Bindings): ReadonlyMap<string, ArtifactReference> {
  return new Map(
    Object.entries(inputs).flatMap(([name, source]) => (source.kind === 'artifact' ? [[name, source.reference]] : [])),
  );
}
