import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';
import { trainRidge } from '../../../src/models/linear/train-ridge.ts';
import { describeModel } from '../../../src/runs/autolog/describe-model.ts';

const rows = Array.from({ length: 40 }, (_, row) => row);
const table = tableOf(
  { a: 'float', b: 'float', y: 'float' },
  { a: rows, b: rows.map((row) => (row * 7) % 11), y: rows.map((row) => row + ((row * 7) % 5)) },
);
const training = { table, features: ['a', 'b'], target: 'y' } as const;

describe('describeModel', () => {
  it('tells how a model was trained, on what, and what it takes', () => {
    const model = trainLinear(training);

    const { parameters, metrics, tags } = describeModel(model);

    expect(parameters).toEqual({
      trainer: 'linear',
      solver: model.document.fit.solver,
      rank: '2',
      features: 'a, b',
      target: 'y',
    });
    expect(metrics).toEqual([{ key: 'rows', value: 40, step: 0 }]);
    expect(JSON.parse(tags['signature']!)).toEqual(model.signature);
    expect(JSON.parse(tags['inputExample']!)).toEqual(model.inputExample);
  });

  it('tells the settings of a trainer, and each penalty that it tried', () => {
    const model = trainRidge({ ...training, search: { l2s: [0.1, 1], seed: 3 } });

    const { parameters, metrics } = describeModel(model);

    expect(parameters).toMatchObject({ trainer: 'ridge', 'trainer.l2': expect.stringMatching(/^(0\.1|1)$/) });
    expect(Object.keys(parameters)).not.toContain('trainer.search');
    const tried = metrics.filter(({ key }) => key === 'search.l2').map(({ value }) => value);
    expect(tried.toSorted()).toEqual([0.1, 1]);
    expect(metrics.filter(({ key }) => key === 'search.mse').map(({ step }) => step)).toEqual([0, 1]);
  });

  it('leaves to the model what is too long for the record of a step', () => {
    const model = trainLinear(training);
    const [field] = model.signature.inputs;
    const inputs = Array.from({ length: 5_000 }, (_, column) => ({ ...field!, name: `column ${column}` }));
    const inputExample = Object.fromEntries(inputs.map(({ name }) => [name, 0.1]));

    const facts = describeModel({ ...model, signature: { ...model.signature, inputs }, inputExample });

    expect(JSON.stringify(facts).length).toBeLessThan(1_000);
    expect(facts.parameters).toMatchObject({ trainer: 'linear', target: 'y' });
  });

  it('names columns that say nothing of their own', () => {
    const twice = tableOf(
      { a: 'float', b: 'float', c: 'float', y: 'float' },
      { a: rows, b: rows.map((row) => row * 2), c: rows.map(() => 5), y: rows },
    );
    const model = trainLinear({ table: twice, features: ['a', 'b', 'c'], target: 'y' });

    const { collinear, constant } = model.document.fit;

    expect(collinear.length + constant.length).toBeGreaterThan(0);
    expect(describeModel(model).parameters).toMatchObject({
      ...(collinear.length > 0 ? { collinear: collinear.join(', ') } : {}),
      constant: 'c',
    });
  });
});
