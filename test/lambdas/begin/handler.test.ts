import { describe, expect, it } from 'vitest';
import { beginHandler } from '../../../lambdas/begin/handler.ts';
import { recordRun } from '../../../src/runs/record-run.ts';
import { deployedWorld, manifest, SOURCE } from '../deployed-world.ts';

const startedAt = '2026-05-03T11:59:00.000Z';
const run = 'from-the-console';

describe('the first state of a pipeline', () => {
  it('answers the run that was recorded before, with its scalars alone, and reads no input', async () => {
    const { records, starter } = deployedWorld();
    const parameters = { l2: 2, source: { file: { uri: SOURCE, name: 'may.csv', sha256: 'a', sizeBytes: 1 } } };
    await recordRun(starter, { run, useCache: true, trigger: { kind: 'command' } }, parameters);

    const answer = await beginHandler(manifest, starter)({ run, input: 'unread', startedAt });

    expect(answer).toEqual({ run, scalars: { l2: 2 }, queued: false, waitSeconds: 0 });
    expect(await records.runs.get(run)).toMatchObject({ trigger: { kind: 'command' } });
  });

  it('refuses a run that another version of the pipeline planned', async () => {
    const { starter } = deployedWorld();
    const nodes = manifest.nodes.slice(0, -1);
    const other = { ...starter, manifest: { ...manifest, nodes } };
    await recordRun(other, { run, useCache: true, trigger: { kind: 'command' } }, { source: SOURCE });

    const refused = beginHandler(manifest, starter)({ run, input: 'unread', startedAt });

    await expect(refused).rejects.toMatchObject({
      name: 'Sluice.Permanent',
      message: expect.stringContaining('run.other-plan'),
    });
  });

  it('records a run that the console started, with its parameters, at the time of the execution', async () => {
    const { records, starter } = deployedWorld();
    const input = { Comment: 'Insert your JSON here', parameters: { source: SOURCE }, useCache: false };

    const answer = await beginHandler(manifest, starter)({ run, input, startedAt });

    expect(answer).toEqual({ run, scalars: { l2: 1 }, queued: false, waitSeconds: 0 });
    expect(await records.runs.get(run)).toMatchObject({
      stack: 'localstack',
      status: 'running',
      trigger: { kind: 'console' },
      useCache: false,
      startedAtMs: Date.parse(startedAt),
      parameters: { source: { file: { uri: SOURCE } } },
    });
  });

  it('keeps the trigger that the input names', async () => {
    const { records, starter } = deployedWorld();
    const trigger = { kind: 'schedule', rule: 'nightly' };

    await beginHandler(manifest, starter)({ run, input: { trigger, parameters: { source: SOURCE } }, startedAt });

    expect(await records.runs.get(run)).toMatchObject({ trigger });
  });

  it('says that the run is queued while another run of the pipeline is under way, then begins', async () => {
    const { records, starter } = deployedWorld();
    const queueing = { ...starter, manifest: { ...manifest, concurrency: 'queue' as const } };
    const begin = beginHandler(queueing.manifest, queueing);
    const input = { parameters: { source: SOURCE } };
    await begin({ run: 'first', input, startedAt });

    const waiting = await begin({ run, input, startedAt });

    expect(waiting).toMatchObject({ run, queued: true });
    expect(waiting.waitSeconds).toBeGreaterThan(0);
    expect(await records.runs.get(run)).toMatchObject({ status: 'queued' });
    await records.runs.finish('first', { status: 'completed', endedAtMs: 5 });
    expect(await begin({ run, input, startedAt })).toMatchObject({ run, queued: false });
    expect(await records.runs.get(run)).toMatchObject({ status: 'running' });
  });

  it('fails for good in a run that is skipped, which keeps the end that says so', async () => {
    const { records, starter } = deployedWorld();
    const skipping = { ...starter, manifest: { ...manifest, concurrency: 'skip' as const } };
    const begin = beginHandler(skipping.manifest, skipping);
    const input = { parameters: { source: SOURCE } };
    await begin({ run: 'first', input, startedAt });

    const refused = begin({ run, input, startedAt });

    await expect(refused).rejects.toMatchObject({
      name: 'Sluice.Permanent',
      message: expect.stringContaining('run.not-running'),
    });
    expect(await records.runs.get(run)).toMatchObject({ status: 'stopped', error: { code: 'run.skipped' } });
  });

  it.each([
    [{ parameters: { source: SOURCE, l2: -1 } }, 'parameter.not-allowed'],
    [{}, 'parameter.missing'],
    [{ paramters: {} }, 'run.bad-input'],
    ['text', 'run.bad-input'],
  ])('fails for good, with the code, on %j', async (input, code) => {
    const { starter } = deployedWorld();

    const refused = beginHandler(manifest, starter)({ run, input, startedAt });

    await expect(refused).rejects.toMatchObject({
      name: 'Sluice.Permanent',
      message: expect.stringContaining(`"code":"${code}"`),
    });
  });
});
