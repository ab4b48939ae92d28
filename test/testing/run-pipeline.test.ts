import { describe, expect, it, vi } from 'vitest';
import { readCsv } from '../../src/data/csv/read.ts';
import type { SourceFile } from '../../src/data/source-file.ts';
import type { Table } from '../../src/data/table.ts';
import { metrics, scalar, table } from '../../src/pipeline/artifact-types.ts';
import { file, integer } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { when } from '../../src/pipeline/when.ts';
import { runPipeline } from '../../src/testing/run-pipeline.ts';
import { sourceFileOf } from '../../src/testing/source-file-of.ts';
import { testWorld } from '../../src/testing/test-world.ts';

const flats = table({ area: 'float' });
const ingest = step({
  name: 'ingest',
  inputs: {},
  outputs: { rows: flats },
  run: async (_inputs, { source }: { source: SourceFile }) => ({ rows: await readCsv(source, flats.columns) }),
});
const count = step({
  name: 'count',
  inputs: { rows: flats },
  outputs: { metrics: metrics<{ rows: number }>(), many: scalar<boolean>() },
  run: ({ rows }, { limit }: { limit: number }) => ({
    metrics: { rows: rows.rowCount },
    many: rows.rowCount >= limit,
  }),
});
let calls = 0;
const flaky = step({
  name: 'flaky',
  inputs: {},
  outputs: {},
  policy: { retries: 1 },
  run: () => {
    calls += 1;
    if (calls < 2) throw new Error('once');
    return {};
  },
});
const parameters = { source: file(), limit: integer({ default: 2 }) };
const counted = pipeline('counted', { parameters }, ({ source, limit }) => {
  const { rows } = ingest({}, { source });
  const { many } = count({ rows }, { limit });
  when(many, () => void flaky({}));
});
const source = sourceFileOf('flats.csv', 'area\n40\n50\n');

describe('runPipeline', () => {
  it('leaves what steps print to the console of the test', async () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const talk = step({
      name: 'talk',
      version: '1',
      inputs: {},
      outputs: {},
      run: () => {
        console.log('here');
        return {};
      },
    });

    await runPipeline(
      pipeline('talking', { parameters: {} }, () => void talk({})),
      {},
    );

    expect(printed.mock.calls).toEqual([['here']]);
    printed.mockRestore();
  });

  it('runs in memory, from a file in memory, with conditions and retries', async () => {
    const result = await runPipeline(counted, { source });

    expect(result).toMatchObject({ status: 'completed', metrics: { rows: 2 }, steps: { flaky: { attempt: 1 } } });
    expect(((await result.output('ingest', 'rows')) as Table).rowCount).toBe(2);
    expect(await result.output('count', 'many')).toBe(true);
    expect(await result.output('count', 'nothing')).toBeUndefined();
  });

  it('leaves out what its condition keeps back', async () => {
    const { status, steps } = await runPipeline(counted, { source, limit: 3 });
    expect(status).toBe('completed');
    expect(Object.keys(steps)).toEqual(['count', 'ingest']);
  });

  it('reuses between runs in one world, and not between worlds', async () => {
    const world = testWorld();
    await runPipeline(counted, { source }, world);

    expect((await runPipeline(counted, { source }, world)).steps['ingest']).toMatchObject({ status: 'cached' });
    expect((await runPipeline(counted, { source })).steps['ingest']).toMatchObject({ status: 'completed' });
  });

  it('answers a failed run with its error', async () => {
    const { status, error } = await runPipeline(counted, { source: sourceFileOf('empty.csv', '') });
    expect(status).toBe('failed');
    expect(error?.code).toMatch(/^data\./);
  });

  it('refuses parameters that the pipeline does not take', async () => {
    await expect(runPipeline(counted, { source, limt: 3 })).rejects.toMatchObject({ code: 'parameter.unknown' });
  });

  it('hands secrets of the world to steps that declare them', async () => {
    const sign = step({
      name: 'sign',
      inputs: {},
      outputs: { length: scalar<number>() },
      secrets: ['SHOP_KEY'],
      run: (_inputs, _parameters, { secrets }) => ({ length: secrets.SHOP_KEY.length }),
    });
    const signed = pipeline('signed', { parameters: {} }, () => void sign({}));

    const result = await runPipeline(signed, {}, testWorld({ secrets: { SHOP_KEY: 'four' } }));

    expect(await result.output('sign', 'length')).toBe(4);
    expect(await runPipeline(signed)).toMatchObject({ status: 'failed', error: { code: 'variable.missing' } });
  });
});
