import type { Columns } from '../data/table.ts';
import { meanBaseline } from '../models/mean-baseline.ts';
import { measure } from '../models/measure.ts';
import type { MeasuredMetrics, RegressionMetrics } from '../models/metrics.ts';
import { metrics, model } from '../pipeline/artifact-types.ts';
import type { Policy } from '../pipeline/policy.ts';
import { step } from '../pipeline/step.ts';
import type { ModelDeclaration } from './model-declaration.ts';

/**
 * Makes the step `evaluate`: measures a model on test rows, with intervals from rows drawn by the seed, beside always
 * predicting the mean of the training rows.
 */
export function evaluateStep<F extends Columns, C extends Columns>(
  { features, rows, target }: ModelDeclaration<F, C>,
  policy: Partial<Policy> = {},
) {
  return step({
    name: 'evaluate',
    inputs: { model: model(features), train: rows, test: rows },
    outputs: { metrics: metrics<MeasuredMetrics>(), baseline: metrics<RegressionMetrics>() },
    policy,
    run: ({ model: fitted, train, test }, { seed }: { readonly seed: number }) => ({
      metrics: measure(fitted, test, target, { seed }),
      baseline: meanBaseline(train, test, target),
    }),
  });
}
