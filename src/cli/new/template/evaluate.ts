import { meanBaseline } from '../../../models/mean-baseline.ts';
import { measure } from '../../../models/measure.ts';
import type { MeasuredMetrics, RegressionMetrics } from '../../../models/metrics.ts';
import { metrics, model } from '../../../pipeline/artifact-types.ts';
import { step } from '../../../pipeline/step.ts';
import { features, flats, TARGET } from './columns.ts';

/** Measures the model on the test rows, beside always predicting the mean. */
export const evaluate = step({
  name: 'evaluate',
  inputs: { model: model(features), train: flats, test: flats },
  outputs: { metrics: metrics<MeasuredMetrics>(), baseline: metrics<RegressionMetrics>() },
  run: ({ model: fitted, train, test }, { seed }: { readonly seed: number }) => ({
    metrics: measure(fitted, test, TARGET, { seed }),
    baseline: meanBaseline(train, test, TARGET),
  }),
});
