import { beginHandler } from '../../../../lambdas/begin/handler.ts';
import { finishHandler } from '../../../../lambdas/finish/handler.ts';
import { startHandler } from '../../../../lambdas/start/handler.ts';
import { stepHandler } from '../../../../lambdas/step/handler.ts';
import { compile } from '../../../../src/pipeline/compile/compile.ts';
import type { StateMachine } from '../../../../src/pipeline/compile/state-machine.ts';
import { manifestOf } from '../../../../src/pipeline/manifest.ts';
import type { Pipeline } from '../../../../src/pipeline/pipeline.ts';
import type { Starter } from '../../../../src/runs/start.ts';
import type { Worker } from '../../../../src/runs/worker.ts';
import type { Requests } from '../../../../src/stacks/aws/estimate/requests.ts';
import { placeS3File } from '../../../../src/stacks/aws/orchestrator/place-s3-file.ts';
import { openDynamoRecords } from '../../../../src/stacks/aws/records/open.ts';
import { openS3Artifacts } from '../../../../src/stacks/aws/s3-artifacts.ts';
import { s3SourceFile } from '../../../../src/stacks/aws/s3-source-file.ts';
import type { Scalar, StepRecord } from '../../../../src/tracking/step-record.ts';
import { interpret } from '../../../conformance/interpreted/interpret.ts';
import { countingBucket } from './counting-bucket.ts';
import { countingTable } from './counting-table.ts';

/** What a run asked of AWS and what was called and recorded. */
export interface CountedRun {
  readonly requests: Requests;
  readonly invocations: number;
  /** States that were entered. */
  readonly states: number;
  readonly status: string;
  readonly steps: readonly StepRecord[];
}

/** A deployment in memory, whose functions are all called cold and whose requests are counted. */
export function countedDeployment(pipeline: Pipeline) {
  const table = countingTable();
  const bucket = countingBucket();
  const records = openDynamoRecords({ client: table.client, table: 'records' });
  const code = Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, 'code']));
  const manifest = manifestOf(pipeline, code);
  const starter: Starter = {
    manifest,
    stack: 'aws',
    records,
    placeFile: (_parameter, uri) => placeS3File(bucket.client, uri),
    now: Date.now,
  };
  const worker = (): Worker => ({
    manifest,
    steps: pipeline.steps,
    records,
    artifacts: openS3Artifacts(bucket), // a new one: nothing is remembered from call to call
    openFile: async ({ file }) => s3SourceFile(bucket.client, file),
    readVariable: async () => undefined,
    now: Date.now,
  });
  let events = 0;

  /** Starts a run as a rule does and follows it through its machine to what ends it. */
  async function run(parameters: Readonly<Record<string, Scalar>>): Promise<CountedRun> {
    const before = { ...table.counted, ...bucket.counted };
    let invocations = 2; // start and finish
    const started = await startHandler(manifest, starter, async () => {})(
      { parameters, event: `event-${events++}` },
      { awsRequestId: 'request' },
    );
    const functions = Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, step]));
    let states = 0;
    const machine = watched(compile(pipeline, { functions, begin: 'begin', bucket: 'bucket' }), () => (states += 1));
    const invoke = async (name: string, payload: unknown): Promise<unknown> => {
      invocations += 1;
      const handle =
        name === 'begin' ? beginHandler(manifest, starter) : stepHandler(manifest, pipeline.steps.get(name)!, worker());
      return JSON.parse(JSON.stringify(await handle(payload as never)));
    };
    const readObject = async (key: string) => {
      bucket.counted.objectReads += 1;
      return JSON.parse(new TextDecoder().decode(bucket.objects.get(key))) as unknown;
    };
    const context = { Execution: { Name: started.id, Input: {}, StartTime: new Date().toISOString() } };
    await interpret(machine, {}, context, { invoke, readObject });
    const ended = { stateMachineArn: 'arn:machine', name: started.id, startDate: 0, stopDate: Date.now() };
    await finishHandler(records, { stack: 'aws', service: 'sluice' })({ detail: { ...ended, status: 'SUCCEEDED' } });
    const after = { ...table.counted, ...bucket.counted };
    const requests = Object.fromEntries(
      Object.entries(after).map(([kind, count]) => [kind, count - before[kind as keyof typeof before]]),
    ) as unknown as Requests; // the same kinds
    const status = (await records.runs.get(started.id))!.status;
    return { requests, invocations, states, status, steps: await records.steps.list(started.id) };
  }

  return {
    run,
    /** As a pipeline's first run leaves it. */
    ensureExperiment: () => records.experiments.ensure(pipeline.name, 0),
    putFile: (key: string, bytes: Uint8Array) => void bucket.objects.set(key, bytes),
  };
}

/** A machine that tells of every state that is entered, those inside others too. */
function watched(machine: StateMachine, entered: () => void): StateMachine {
  const states = Object.entries(machine.States).map(([name, { Branches, ItemProcessor, ...state }]) => [
    name,
    {
      ...state,
      ...(Branches ? { Branches: (Branches as StateMachine[]).map((branch) => watched(branch, entered)) } : {}),
      ...(ItemProcessor ? { ItemProcessor: watched(ItemProcessor as StateMachine, entered) } : {}),
    },
  ]);
  const get = (all: StateMachine['States'], name: string) => {
    entered();
    return all[name];
  };
  return { ...machine, States: new Proxy<StateMachine['States']>(Object.fromEntries(states), { get }) };
}
