import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../pipelines/customer-satisfaction/evaluate.ts';
import { sampleOrders } from '../../../pipelines/customer-satisfaction/sample/sample.ts';
import { quietContext } from './step-contexts.ts';
import { trainedModel } from './trained-model.ts';

describe('evaluate', () => {
  it('finds the model of the sample better than the mean, and within the limits of the gate', async () => {
    const { metrics, baseline } = await evaluate.run(
      await trainedModel(sampleOrders.rows),
      { seed: 42 },
      quietContext(),
    );
    expect(metrics.mse).toBeLessThan(baseline.mse);
    expect(metrics.mse).toBeLessThan(2.5);
    expect(metrics.r2).toBeGreaterThan(0);
    expect(metrics.rmse).toBeCloseTo(Math.sqrt(metrics.mse), 12);
    expect(metrics['mse.lower']).toBeLessThan(metrics.mse);
    expect(metrics['mse.upper']).toBeGreaterThan(metrics.mse);
  });

  it('measures on the test rows', async () => {
    const { train, test, model } = await trainedModel();
    const onTest = await evaluate.run({ model, train, test }, { seed: 42 }, quietContext());
    const onTrain = await evaluate.run({ model, train, test: train }, { seed: 42 }, quietContext());
    expect(onTest.metrics).not.toEqual(onTrain.metrics);
    expect(onTrain.baseline.r2).toBeCloseTo(0, 12);
  });
});
