import { meanBaseline } from '../../src/models/mean-baseline.ts';
import { measure } from '../../src/models/measure.ts';
import type { MeasuredMetrics, RegressionMetrics } from '../../src/models/metrics.ts';
import { metrics, model } from '../../src/pipeline/artifact-types.ts';
import { step } from '../../src/pipeline/step.ts';
import { features, flights, TARGET } from './columns.ts';

/** Measures the model on the test rows, with intervals from rows drawn by the seed, beside always predicting the mean of the training rows. */
export const evaluate = step({
  name: 'evaluate',
  inputs: { model: model(features), train: flights, test: flights },
  outputs: { metrics: metrics<MeasuredMetrics>(), baseline: metrics<RegressionMetrics>() },
  policy: { memoryMb: 3_008 },
  run: ({ model: fitted, train, test }, { seed }: { readonly seed: number }) => ({
    metrics: measure(fitted, test, TARGET, { seed }),
    baseline: meanBaseline(train, test, TARGET),
  }),
});
