import { describe, expect, it } from 'vitest';
import { streamOf } from '../../../src/data/stream-of.ts';
import { evaluate } from '../../../src/models/evaluate.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';
import { trainRidge } from '../../../src/models/linear/train-ridge.ts';
import { trainRidgeStream } from '../../../src/models/linear/train-ridge-stream.ts';
import { features, fixtureOf } from './regression-fixture.ts';

const { train, test, answers } = fixtureOf('far');
const training = { features, target: 'score' } as const;
const rows = streamOf(train, 100);

const trainers = [
  { trainer: 'trainLinear', answer: 'linear', fit: () => trainLinear({ table: train, ...training }) },
  { trainer: 'trainRidge, l2 = 0', answer: 'linear', fit: () => trainRidge({ table: train, ...training, l2: 0 }) },
  { trainer: 'trainRidge, l2 = 10', answer: 'ridge10', fit: () => trainRidge({ table: train, ...training, l2: 10 }) },
  { trainer: 'trainRidgeStream, l2 = 0', answer: 'linear', fit: () => trainRidgeStream({ rows, ...training, l2: 0 }) },
  {
    trainer: 'trainRidgeStream, l2 = 10',
    answer: 'ridge10',
    fit: () => trainRidgeStream({ rows, ...training, l2: 10 }),
  },
] as const;

/** The largest relative difference. */
function difference(values: Iterable<number>, expected: readonly number[]): number {
  const differences = [...values].map((value, place) => Math.abs(value / expected[place]! - 1));
  expect(differences).toHaveLength(expected.length);
  return Math.max(...differences);
}

describe.each(trainers)('$trainer on columns at 10⁹', ({ answer, fit }) => {
  it.each(['centred', 'exact'] as const)('predicts as the %s answer does', async (peer) => {
    const model = await fit();
    const expected = answers[peer][answer];
    expect(difference(model.predict(test), expected.predictions)).toBeLessThan(1e-12);
    expect(difference([evaluate(model, test, 'score').mse], [expected.mse])).toBeLessThan(1e-12);
  });

  it('has the coefficients of scikit-learn, centred or not, and the exact ones', async () => {
    const found = (await fit()).document.coefficients.map(({ coefficient }) => coefficient);
    for (const peer of [answers, answers.centred, answers.exact]) {
      expect(difference(found, peer[answer].coefficients)).toBeLessThan(1e-11);
    }
  });

  it('is nearer to the exact MSE than scikit-learn is by an intercept at 10⁹', async () => {
    const exact = [answers.exact[answer].mse];
    const ours = difference([evaluate(await fit(), test, 'score').mse], exact);
    const peer = difference([answers[answer].mse], exact);
    expect(peer).toBeLessThan(2e-9);
    expect(ours).toBeLessThan(peer / 1000);
  });
});
