import { beforeAll, describe, expect, it } from 'vitest';
import { gate } from '../../../pipelines/customer-satisfaction/gate.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';
import { measure } from '../../../src/models/measure.ts';
import type { MeasuredMetrics } from '../../../src/models/metrics.ts';
import type { Model } from '../../../src/models/model.ts';
import { modelFromDocument } from '../../../src/models/model-from-document.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import type { RegistryReader } from '../../../src/pipeline/step-context.ts';
import { quietContext } from './step-contexts.ts';
import { trainedModel } from './trained-model.ts';

let trained: Awaited<ReturnType<typeof trainedModel>>;
let metrics: MeasuredMetrics;
beforeAll(async () => {
  trained = await trainedModel();
  metrics = measure(trained.model, trained.test, 'review_score', { seed: 1 });
});

const wide = { maxMse: 2.5, minR2: -1, champion: 'not-worse', seed: 1 } as const;

async function judged(limits: Parameters<typeof gate.run>[1], champion?: Model, model = trained.model) {
  const registry: RegistryReader = {
    champion: async (name) =>
      champion && name === 'customer-satisfaction' ? { version: 3, model: champion } : undefined,
  };
  return gate.run({ model, metrics, test: trained.test }, limits, { ...quietContext(), registry });
}

/** The model with a constant added to its predictions. */
function shifted(by: number): typeof trained.model {
  const { document } = trained.model;
  const other = { ...document, level: document.level + by };
  return { ...trained.model, document: other, predict: modelFromDocument(other).predict };
}

describe('gate', () => {
  it('passes a model within the limits when there is no champion yet', async () => {
    const { passed, verdict } = await judged(wide);
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
    const { passed, verdict } = await judged(limits);
    expect(passed).toBe(false);
    expect(verdict.passed).toBe(false);
    expect(verdict.rules.map((rule) => rule.passed)).toEqual(expected);
  });

  it('passes a model as good as the champion on the same rows, unless it must be better', async () => {
    const { passed, verdict } = await judged(wide, trained.model);
    expect(passed).toBe(true);
    expect(verdict.rules[2]).toMatchObject({ rule: 'mse ≤ champion', limit: metrics.mse, passed: true, champion: 3 });
    expect((await judged({ ...wide, champion: 'better' }, trained.model)).passed).toBe(false);
  });

  it('refuses a model that is worse than the champion by more than noise, and says by how much', async () => {
    const { passed, verdict } = await judged({ ...wide, maxMse: 4 }, trained.model, shifted(1));
    expect(passed).toBe(false);
    expect(verdict.rules.map((rule) => rule.passed)).toEqual([true, true, false]);
    expect(verdict.sentence).toMatch(
      /^Refused: mse .* ≤ 4; .*worse than version 3 by \d\S* \[.*\], but must be ≤ champion\.$/,
    );
  });

  it('passes a model that is better than the champion by more than noise', async () => {
    const { passed, verdict } = await judged({ ...wide, champion: 'better' }, shifted(1));
    expect(passed).toBe(true);
    expect(verdict.sentence).toContain('mse better than version 3 by ');
  });

  it('refuses when the champion needs a column that the rows lack, and says which', async () => {
    const table = tableOf(
      { distance_km: 'float', review_score: 'int' },
      { distance_km: [1, 2, 4], review_score: [5, 4, 1] },
    );
    const stranger = trainLinear({ table, features: ['distance_km'], target: 'review_score' });
    const { passed, verdict } = await judged(wide, stranger);
    expect(passed).toBe(false);
    expect(verdict.rules[2]).toMatchObject({ passed: false, limit: null });
    expect(verdict.rules[2]!.reason).toMatch(/version 3 .*distance_km/);
  });

  it('passes on any other fault of the champion', async () => {
    const broken: Model = {
      ...shifted(1),
      predict: () => {
        throw new RangeError('broken');
      },
    };
    await expect(judged(wide, broken)).rejects.toThrow(RangeError);
  });
});
