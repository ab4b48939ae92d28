import { beginHandler } from '../../../lambdas/begin/handler.ts';
import { finishHandler } from '../../../lambdas/finish/handler.ts';
import { startHandler } from '../../../lambdas/start/handler.ts';
import { stepHandler } from '../../../lambdas/step/handler.ts';
import { compile } from '../../../src/pipeline/compile/compile.ts';
import { manifestOf } from '../../../src/pipeline/manifest.ts';
import type { Pipeline } from '../../../src/pipeline/pipeline.ts';
import type { Starter } from '../../../src/runs/start.ts';
import type { Worker } from '../../../src/runs/worker.ts';
import { placeS3File } from '../../../src/stacks/aws/orchestrator/place-s3-file.ts';
import { openDynamoRecords } from '../../../src/stacks/aws/records/open.ts';
import { openS3Artifacts } from '../../../src/stacks/aws/s3-artifacts.ts';
import { s3SourceFile } from '../../../src/stacks/aws/s3-source-file.ts';
import type { Scalar } from '../../../src/tracking/step-record.ts';
import { interpret } from '../../conformance/interpreted/interpret.ts';
import { countingBucket } from '../../stacks/aws/estimate/counting-bucket.ts';
import { countingTable } from '../../stacks/aws/estimate/counting-table.ts';
import { type Asked, listening } from './asked.ts';

/** A deployment in memory that tells what each of its functions asks of the stores. */
export function askingDeployment(pipeline: Pipeline) {
  const table = countingTable();
  const bucket = countingBucket();
  const asked: Record<string, Asked[]> = {};
  const code = Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, 'code']));
  const manifest = manifestOf(pipeline, code);

  function storesOf(name: string) {
    const heard = (asked[name] ??= []);
    const s3 = listening(bucket.client, (one) => heard.push(one));
    const client = listening(table.client, (one) => heard.push(one));
    return {
      records: openDynamoRecords({ client, table: 'records' }),
      artifacts: openS3Artifacts({ ...bucket, client: s3 }),
      s3,
    };
  }

  function starterOf(name: string): Starter {
    const { records, s3 } = storesOf(name);
    const placeFile: Starter['placeFile'] = (_parameter, uri) => placeS3File(s3, uri);
    return { manifest, stack: 'aws', records, placeFile, now: Date.now };
  }

  function workerOf(name: string): Worker {
    const { s3, records, artifacts } = storesOf(name);
    return {
      manifest,
      steps: pipeline.steps,
      records,
      artifacts,
      openFile: async ({ file }) => s3SourceFile(s3, file),
      readVariable: async () => undefined,
      now: Date.now,
    };
  }

  async function invoke(name: string, payload: unknown): Promise<unknown> {
    if (name === 'begin') return beginHandler(manifest, starterOf(name))(payload as never);
    return stepHandler(manifest, pipeline.steps.get(name)!, workerOf(name))(payload as never);
  }

  /** Runs the pipeline from its start function to finish; answers how it ended. */
  async function run(parameters: Readonly<Record<string, Scalar>>): Promise<string> {
    const start = startHandler(manifest, starterOf('start'), async () => {});
    const { id } = await start({ parameters }, { awsRequestId: crypto.randomUUID() });
    const functions = Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, step]));
    const machine = compile(pipeline, { functions, begin: 'begin', bucket: 'bucket' });
    const readObject = async (key: string) => JSON.parse(new TextDecoder().decode(bucket.objects.get(key))) as unknown;
    const context = { Execution: { Name: id, Input: {}, StartTime: new Date().toISOString() } };
    const asJson = async (name: string, payload: unknown): Promise<unknown> =>
      JSON.parse(JSON.stringify(await invoke(name, payload)));
    await interpret(machine, {}, context, { invoke: asJson, readObject });
    const { records } = storesOf('finish');
    const ended = { stateMachineArn: 'arn:machine', name: id, startDate: 0, stopDate: Date.now() };
    await finishHandler(records, { stack: 'aws', service: 'sluice' })({ detail: { ...ended, status: 'SUCCEEDED' } });
    return (await records.runs.get(id))!.status;
  }

  return { run, asked, storesOf, putFile: (key: string, bytes: Uint8Array) => void bucket.objects.set(key, bytes) };
}
