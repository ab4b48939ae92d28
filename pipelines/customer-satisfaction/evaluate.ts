import { evaluate as evaluateModel } from '../../src/models/evaluate.ts';
import { meanBaseline } from '../../src/models/mean-baseline.ts';
import type { RegressionMetrics } from '../../src/models/metrics.ts';
import { metrics, model } from '../../src/pipeline/artifact-types.ts';
import { step } from '../../src/pipeline/step.ts';
import { features, modelReady, TARGET } from './columns.ts';

/** Measures the model on the test rows, beside always predicting the mean of the training rows. */
export const evaluate = step({
  name: 'evaluate',
  inputs: { model: model(features), train: modelReady, test: modelReady },
  outputs: { metrics: metrics<RegressionMetrics>(), baseline: metrics<RegressionMetrics>() },
  run: ({ model: fitted, train, test }) => ({
    metrics: evaluateModel(fitted, test, TARGET),
    baseline: meanBaseline(train, test, TARGET),
  }),
});
