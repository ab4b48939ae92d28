import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../../src/cli/run-command-line.ts';
import { examineNode } from '../../../src/cli/doctor/examine-node.ts';
import { fakeContext } from '../fake-context.ts';
import { runOf, stepOf } from '../records.ts';

const KEY = 'artifacts/orders/ingest/rows/a';
const bytes = Buffer.from('bytes');

let folder: string;
let context: ReturnType<typeof fakeContext>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  context = fakeContext(folder);
});
afterEach(() => rm(folder, { recursive: true }));

/** A home with a run and its artifact. */
async function usedHome(changes: Parameters<typeof runOf>[0] = {}): Promise<void> {
  const { records, artifacts, close } = await context.openStack('local');
  const { id: experimentId } = await records.experiments.ensure('orders', 1);
  await records.runs.create(runOf({ experimentId, ...changes }));
  await artifacts.create(KEY, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const rows = { type: 'table', key: KEY, sha256, sizeBytes: bytes.length } as const;
  await records.steps.begin(stepOf({ status: 'running' }));
  await records.steps.commit(stepOf({ outputs: { artifacts: { rows }, scalars: {} } }));
  await close();
}

async function doctor(...words: string[]) {
  const exitCode = await runCommandLine(['doctor', '--json', ...words], context);
  const examination = JSON.parse(context.outputs.splice(0).join(''));
  const byPart = Object.fromEntries(examination.findings.map((finding: { part: string }) => [finding.part, finding]));
  return { exitCode, byPart, healthy: examination.healthy as boolean };
}

describe('sluice doctor', () => {
  it('finds nothing wrong in a home that is in order, and leaves nothing there', async () => {
    await usedHome();
    const before = (await readdir(context.home)).toSorted();

    expect(await runCommandLine(['doctor'], context)).toBe(0);

    const text = context.outputs.join('');
    expect(text).toMatch(/^✓ records +whole, schema version \d+ of \d+$/m);
    expect(text).toMatch(/^✓ artifacts +as they were written, 1 looked at \(--deep looks at all\)$/m);
    expect(text).toMatch(/^✓ runs +1, none dead$/m);
    expect(text).toMatch(/nothing is wrong\n$/);
    expect((await readdir(context.home)).toSorted()).toEqual(before);
  });

  it.each([
    ['changed', 'has other bytes', () => writeFile(join(context.home, 'store', KEY), 'other')],
    ['gone', 'is gone', () => rm(join(context.home, 'store', KEY))],
  ])('finds an artifact that was %s', async (_what, says, harm) => {
    await usedHome();
    await harm();

    const { exitCode, byPart, healthy } = await doctor('--deep');

    expect([exitCode, healthy]).toEqual([1, false]);
    expect(byPart['artifacts']).toMatchObject({ state: 'wrong', says: expect.stringContaining(says) });
  });

  it('finds records that are damaged inside, once', async () => {
    await usedHome();
    const file = await open(join(context.home, 'records.sqlite'), 'r+');
    await file.write(Buffer.alloc(40_000, 0x5a), 0, 40_000, 8_192);
    await file.close();

    const { exitCode, byPart } = await doctor();

    expect(exitCode).toBe(1);
    expect(byPart['records']).toMatchObject({ state: 'wrong', mend: expect.stringContaining('.recover') });
    expect(Object.keys(byPart)).toEqual(['node', 'project', 'stack', 'home', 'records', 'leftovers']);
  });

  it('says why the stack does not open, with the way out of that error', async () => {
    await usedHome();
    await truncate(join(context.home, 'records.sqlite'), 100);
    await writeFile(join(context.home, 'records.sqlite'), 'no database at all');

    const { exitCode, byPart } = await doctor();

    expect(exitCode).toBe(1);
    expect(byPart['stack']).toMatchObject({ state: 'wrong', mend: expect.stringContaining('move it away') });
    expect(Object.keys(byPart)).toEqual(['node', 'project', 'stack']);
  });

  it('tells of a run that died, and how to go on with it', async () => {
    await usedHome({ status: 'running', leaseUntilMs: 1 });

    const { exitCode, byPart } = await doctor();

    expect(exitCode).toBe(0);
    expect(byPart['runs']).toMatchObject({
      state: 'warning',
      mend: expect.stringContaining(`sluice run --resume ${'a'.repeat(32)}`),
    });
  });

  it('tells of a run that goes on for too long', async () => {
    await usedHome({ status: 'running', leaseUntilMs: Number.MAX_SAFE_INTEGER });

    expect((await doctor()).byPart['runs']).toMatchObject({
      state: 'warning',
      mend: expect.stringContaining(`sluice stop ${'a'.repeat(32)}`),
    });
  });

  it('tells of what killed writes left', async () => {
    await usedHome();
    await mkdir(join(context.home, 'store/.tmp'), { recursive: true });
    await writeFile(join(context.home, 'store/.tmp/torn'), 'torn');
    await utimes(join(context.home, 'store/.tmp/torn'), 1, 1);

    expect((await doctor()).byPart['leftovers']).toMatchObject({
      state: 'warning',
      says: 'killed writes left a temporary file, 4 B',
      mend: 'remove them: sluice gc',
    });
  });

  it('prints how to mend beside what is wrong', async () => {
    await usedHome();
    await rm(join(context.home, 'store', KEY));

    expect(await runCommandLine(['doctor'], context)).toBe(1);

    expect(context.outputs.join('')).toMatch(/^✗ artifacts .*\n {13}mend: .*\n✓ leftovers .*\nwrong: 1\n$/m);
  });
});

describe('examineNode', () => {
  it.each([
    ['v24.0.0', 'good'],
    ['v25.1.2', 'good'],
    ['v22.18.0', 'wrong'],
  ])('takes %s as %s', (version, state) => {
    expect(examineNode(version)).toMatchObject({ part: 'node', state });
  });

  it('looks, where nothing is deployed yet, at what stands in the way of that', async () => {
    const cloudFormation = mockClient(CloudFormationClient);
    cloudFormation
      .on(DescribeStacksCommand)
      .rejects(Object.assign(new Error('no such stack'), { name: 'ValidationError' }));
    const lambda = mockClient(LambdaClient);
    lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 10 } });
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:4599');

    const { exitCode, byPart } = await doctor('--stack', 'localstack');

    expect(exitCode).toBe(1);
    expect(byPart).toMatchObject({
      stack: { state: 'wrong', says: expect.stringContaining('us-east-1') },
      bootstrap: { state: 'warning', mend: expect.stringContaining('cdk bootstrap') },
      concurrency: { state: 'warning', says: expect.stringContaining('only 10 functions') },
    });
    vi.unstubAllEnvs();
    cloudFormation.restore();
    lambda.restore();
  });
});
