import type { Columns } from '../data/table.ts';
import type { MeasuredMetrics } from '../models/metrics.ts';
import { metrics, model, verdict } from '../pipeline/artifact-types.ts';
import type { Policy } from '../pipeline/policy.ts';
import { step } from '../pipeline/step.ts';
import type { ModelDeclaration } from './model-declaration.ts';

/**
 * Makes the step `release`: registers a model and makes it the champion, on a gate's verdict. Never cached: what serves may
 * have changed since.
 */
export function releaseStep<F extends Columns, C extends Columns>(
  { name, features }: ModelDeclaration<F, C>,
  policy: Partial<Policy> = {},
) {
  return step({
    name: 'release',
    inputs: { model: model(features), metrics: metrics<MeasuredMetrics>(), verdict: verdict() },
    outputs: {},
    policy: { ...policy, cache: false },
    registry: 'release',
    run: async ({ metrics: measured, verdict: judged }, _parameters: {}, { registry }) => {
      await registry.release({ model: name, input: 'model', metrics: { ...measured }, verdict: judged });
      return {};
    },
  });
}
