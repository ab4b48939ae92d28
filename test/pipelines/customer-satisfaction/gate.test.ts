import { beforeAll, describe, expect, it } from 'vitest';
import { gate } from '../../../pipelines/customer-satisfaction/gate.ts';
import { evaluate } from '../../../src/models/evaluate.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';
import type { RegressionMetrics } from '../../../src/models/metrics.ts';
import type { Model } from '../../../src/models/model.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import type { RegistryReader } from '../../../src/pipeline/step-context.ts';
import { quietContext } from './step-contexts.ts';
import { trainedModel } from './trained-model.ts';

let trained: Awaited<ReturnType<typeof trainedModel>>;
let metrics: RegressionMetrics;
beforeAll(async () => {
  trained = await trainedModel();
  metrics = evaluate(trained.model, trained.test, 'review_score');
});

const wide = { maxMse: 2.5, minR2: -1 };

async function judged(measured: RegressionMetrics, limits: typeof wide, champion?: Model) {
  const registry: RegistryReader = {
    champion: async (name) =>
      champion && name === 'customer-satisfaction' ? { version: 3, model: champion } : undefined,
  };
  return gate.run({ metrics: measured, test: trained.test }, limits, { ...quietContext(), registry });
}

describe('gate', () => {
  it('passes a model within the limits when there is no champion yet', async () => {
    const { passed, verdict } = await judged(metrics, wide);
    expect(passed).toBe(true);
    expect(verdict).toMatchObject({
      passed: true,
      rules: [
        { rule: 'mse ≤ 2.5', value: metrics.mse, passed: true },
        { rule: 'r2 ≥ -1', value: metrics.r2, passed: true },
        { rule: 'mse ≤ champion', limit: null, passed: true, reason: 'no champion yet' },
      ],
    });
  });

  it.each([
    ['mse', { ...wide, maxMse: 0.1 }, [false, true, true]],
    ['r2', { ...wide, minR2: 0.99 }, [true, false, true]],
  ])('refuses a model whose %s is beyond its limit', async (_metric, limits, expected) => {
    const { passed, verdict } = await judged(metrics, limits);
    expect(passed).toBe(false);
    expect(verdict.passed).toBe(false);
    expect(verdict.rules.map((rule) => rule.passed)).toEqual(expected);
  });

  it('passes a model as good as the champion on the same rows', async () => {
    const { passed, verdict } = await judged(metrics, wide, trained.model);
    expect(passed).toBe(true);
    expect(verdict.rules[2]).toMatchObject({ rule: 'mse ≤ champion', limit: metrics.mse, passed: true });
  });

  it('refuses a model that is worse than the champion', async () => {
    const { passed, verdict } = await judged({ ...metrics, mse: metrics.mse + 1e-9 }, wide, trained.model);
    expect(passed).toBe(false);
    expect(verdict.rules.map((rule) => rule.passed)).toEqual([true, true, false]);
  });

  it('refuses when the champion needs a column that the rows lack, and says which', async () => {
    const table = tableOf(
      { distance_km: 'float', review_score: 'int' },
      { distance_km: [1, 2, 4], review_score: [5, 4, 1] },
    );
    const stranger = trainLinear({ table, features: ['distance_km'], target: 'review_score' });
    const { passed, verdict } = await judged(metrics, wide, stranger);
    expect(passed).toBe(false);
    expect(verdict.rules[2]).toMatchObject({ passed: false, limit: null });
    expect(verdict.rules[2]!.reason).toMatch(/version 3 .*distance_km/);
  });

  it('passes on any other fault of the champion', async () => {
    const broken: Model = {
      ...trained.model,
      predict: () => {
        throw new RangeError('broken');
      },
    };
    await expect(judged(metrics, wide, broken)).rejects.toThrow(RangeError);
  });
});
