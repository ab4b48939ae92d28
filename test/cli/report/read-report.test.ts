import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReport } from '../../../src/cli/report/read-report.ts';
import { openStack } from '../../../src/stacks/open-stack.ts';
import type { Stack } from '../../../src/stacks/stack.ts';
import { runOf, stepOf } from '../records.ts';

const KEY = 'artifacts/orders/gate/verdict/ff';
const verdict = { passed: true, rules: [{ rule: 'r2 ≥ 0', value: 1, limit: 0, passed: true, reason: 'so' }] };
const bytes = Buffer.from(JSON.stringify(verdict));
const artifact = { type: 'verdict', key: KEY, sha256: hash('sha256', bytes), sizeBytes: bytes.length } as const;

describe('readReport', () => {
  let folder: string;
  let stack: Stack;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    stack = await openStack('local', { home: folder, root: folder });
  });
  afterEach(async () => {
    await stack.close();
    await rm(folder, { recursive: true });
  });

  async function readRun() {
    const { records } = stack;
    const { id: experimentId } = await records.experiments.ensure('orders', 1);
    const run = runOf({ experimentId });
    await records.runs.create(run);
    const gate = stepOf({ run: run.id, outputs: { artifacts: { verdict: artifact }, scalars: {} } });
    await records.steps.begin({ ...gate, status: 'running' });
    await records.steps.commit(gate);
    return readReport(stack, run);
  }

  it('has the verdict with its reasons', async () => {
    await stack.artifacts.create(KEY, bytes);
    expect((await readRun()).verdict).toEqual(verdict);
  });

  it('tells the run without a verdict that was removed, and why', async () => {
    const { report, lost } = await readRun();
    expect(report).toMatchObject({ run: { id: runOf().id }, verdict: null });
    expect(lost).toMatchObject({ code: 'artifact.missing' });
  });

  it('tells the run without a verdict that was damaged, and why', async () => {
    await stack.artifacts.create(KEY, Buffer.from('{"pas'));
    expect((await readRun()).lost).toMatchObject({ code: 'artifact.damaged' });
  });
});
