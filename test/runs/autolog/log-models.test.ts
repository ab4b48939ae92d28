import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { evaluate } from '../../../src/models/evaluate.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';
import type { Model } from '../../../src/models/model.ts';
import { trainMean } from '../../../src/models/mean-baseline.ts';
import { json, model, table } from '../../../src/pipeline/artifact-types.ts';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { logModels, type ReadTable } from '../../../src/runs/autolog/log-models.ts';
import { runPipeline } from '../../../src/testing/run-pipeline.ts';
import { testWorld } from '../../../src/testing/test-world.ts';

const columns = { a: 'float', y: 'float' } as const;
const rows = tableOf(columns, { a: [0, 1, 2, 3], y: [1, 2.5, 5, 7.5] });
const fewer = tableOf(columns, { a: [0, 1], y: [1, 2] });
const fitted = trainLinear({ table: rows, features: ['a'], target: 'y' });
const read = (input: string, value: typeof rows): ReadTable => ({
  input,
  reference: { type: 'table', key: input, sha256: `hash of ${input}`, sizeBytes: 1, count: value.rowCount },
  table: value,
});

describe('logModels', () => {
  it('has nothing to say of a step without models', () => {
    expect(logModels(new Map(), [read('train', rows)])).toBeUndefined();
  });

  it('measures the fit on the rows that the model was trained on, and names them by their hash', () => {
    const logged = logModels(new Map([['model', fitted]]), [read('test', fewer), read('train', rows)])!;

    expect(logged.parameters['data.train']).toBe('hash of train');
    expect(logged.parameters).not.toHaveProperty('data.test');
    const mse = logged.metrics.find(({ key }) => key === 'mse');
    expect(mse!.value).toBe(evaluate(fitted, rows, 'y').mse);
  });

  it('knows the rows that were streamed by their hash alone', () => {
    const { table: _read, ...streamed } = read('train', rows);

    const logged = logModels(new Map([['model', fitted]]), [streamed])!;

    expect(logged.parameters['data.train']).toBe('hash of train');
    expect(logged.metrics.map(({ key }) => key)).toEqual(['rows']);
  });

  it('names none of several tables that may be the one', () => {
    const logged = logModels(new Map([['model', fitted]]), [read('test', rows), read('train', rows)])!;

    expect(Object.keys(logged.parameters).filter((key) => key.startsWith('data.'))).toEqual([]);
    expect(logged.metrics.map(({ key }) => key)).toEqual(['rows']);
  });

  it('says nothing of a fit that cannot be measured', () => {
    const beyond = tableOf(columns, { a: [Number.MAX_VALUE, 1, 2, 3], y: [1, 2.5, 5, 7.5] });

    const logged = logModels(new Map([['model', fitted]]), [read('train', beyond)])!;

    expect(() => evaluate(fitted, beyond, 'y')).toThrow('not a finite number');
    expect(logged.parameters['data.train']).toBe('hash of train');
    expect(logged.metrics.map(({ key }) => key)).toEqual(['rows']);
  });

  it('keeps several models apart by their outputs', () => {
    const baseline = trainMean(rows, 'y');

    const { parameters } = logModels(
      new Map<string, Model>([
        ['model', fitted],
        ['baseline', baseline],
      ]),
      [],
    )!;

    expect(parameters).toMatchObject({ trainer: 'linear', 'baseline.trainer': 'mean' });
  });
});

const make = step({ name: 'make', inputs: {}, outputs: { rows: table(columns) }, run: () => ({ rows }) });
const train = step({
  name: 'train',
  inputs: { rows: table(columns) },
  outputs: { model: model({ a: 'float' }), note: json<string>() },
  run: (inputs) => ({
    model: trainLinear({ table: inputs.rows, features: ['a'], target: 'y' }),
    note: 'no line of log',
  }),
});
const twice = pipeline('twice', { parameters: {} }, () => {
  const made = make({});
  train({ rows: made.rows });
  train({ rows: made.rows });
});

describe('a run of steps that train', () => {
  it('has their facts under their keys, without a line in the step, and the same again from the cache', async () => {
    const world = testWorld();
    const [first, second] = [await runPipeline(twice, {}, world), await runPipeline(twice, {}, world)];

    expect(second.steps['train']).toMatchObject({ status: 'cached' });
    expect(second.metrics).toEqual(first.metrics);
    for (const { steps } of [first, second]) {
      const data = await world.records.logs.data(steps['train']!.run);
      expect(data.parameters).toMatchObject({
        'train.trainer': 'linear',
        'train-2.trainer': 'linear',
        'train.data.rows': steps['make']!.outputs!.artifacts['rows']!.sha256,
      });
      expect(JSON.parse(data.tags['train.signature']!)).toEqual(fitted.signature);
      expect(data.metrics['train.mse']!.value).toBe(evaluate(fitted, rows, 'y').mse);
    }
  });
});
