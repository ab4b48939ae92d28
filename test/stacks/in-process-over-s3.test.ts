import { noMemory } from '../../src/pipeline/code/hash-memory.ts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeArtifact } from '../../src/artifacts/decode-artifact.ts';
import type { SourceFile } from '../../src/data/source-file.ts';
import { json } from '../../src/pipeline/artifact-types.ts';
import { file } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { silentObserver } from '../../src/runs/run-observer.ts';
import { openS3Artifacts } from '../../src/stacks/aws/s3-artifacts.ts';
import { s3Files } from '../../src/stacks/aws/s3-files.ts';
import { inProcessOrchestrator } from '../../src/stacks/local/in-process-orchestrator.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';
import { collect } from '../collect.ts';
import { body, fault, sampleBucket } from './aws/artifacts/sample-bucket.ts';

const count = step({
  name: 'count',
  version: '1',
  inputs: {},
  outputs: { sizeBytes: json<number>() },
  run: async (_inputs, { source }: { source: SourceFile }) => ({
    sizeBytes: Buffer.concat(await collect(source.read())).length,
  }),
});
const counted = pipeline('counted', { parameters: { source: file() } }, ({ source }) => void count({}, { source }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  await writeFile(join(folder, 'orders.csv'), 'a,b\n1,2\n');
});
afterEach(() => rm(folder, { recursive: true }));

/** An orchestrator in process whose artifacts are in a bucket, which answers as S3 does. */
function world() {
  const bucket = sampleBucket();
  const objects = new Map<string, Uint8Array>();
  const found = (key: string | undefined) => {
    const bytes = objects.get(key!);
    if (!bytes) throw fault('NoSuchKey', 404);
    return bytes;
  };
  mockClient(bucket.client)
    .on(PutObjectCommand)
    .callsFake(({ Key, Body }) => {
      objects.set(Key, Body as Uint8Array);
      return {};
    })
    .on(HeadObjectCommand)
    .callsFake(({ Key }) => ({ ContentLength: found(Key).length }))
    .on(GetObjectCommand)
    .callsFake(({ Key }) => ({ Body: body([found(Key)]) }));
  const artifacts = openS3Artifacts(bucket);
  const records = openSqliteRecords(':memory:');
  const orchestrator = inProcessOrchestrator({
    codeMemory: noMemory,
    stack: 'team',
    root: folder,
    pipelines: folder,
    records,
    artifacts,
    files: s3Files({ s3: bucket.client, artifacts }),
    readSource: async () => undefined,
    readVariable: async () => undefined,
    process: { host: 'here', pid: process.pid },
    now: Date.now,
    random: Math.random,
  });
  return { artifacts, records, orchestrator, objects };
}

describe('running in process over S3', () => {
  it('uploads a file of this machine, and reads it where every other machine can', async () => {
    const { artifacts, records, orchestrator, objects } = world();
    const source = join(folder, 'orders.csv');

    const run = await orchestrator.run({ pipeline: counted, parameters: { source }, useCache: true }, silentObserver);

    const uri = expect.stringMatching(/^s3:\/\/artifacts\/artifacts\/counted\/params\/source\/[0-9a-f]{64}$/);
    expect(run).toMatchObject({ status: 'completed', stack: 'team', parameters: { source: { file: { uri } } } });
    const record = (await records.steps.get(run.id, 'count'))!;
    expect(await decodeArtifact(artifacts, record.outputs!.artifacts['sizeBytes']!)).toBe(8);
    expect([...objects.keys()].filter((key) => key.startsWith('artifacts/counted/'))).toHaveLength(2);
  });

  it('takes a file that is in S3 already where it lies, and reuses what was made of it', async () => {
    const { orchestrator, objects } = world();
    const request = { pipeline: counted, parameters: { source: join(folder, 'orders.csv') }, useCache: true };
    const first = await orchestrator.run(request, silentObserver);
    const { file: placed } = first.parameters['source'] as { file: { uri: string } };
    await rm(join(folder, 'orders.csv'));

    const second = await orchestrator.run({ ...request, parameters: { source: placed.uri } }, silentObserver);

    expect(second.status).toBe('completed');
    expect(objects.size).toBe(2);
  });
});
