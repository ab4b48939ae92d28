import type { MeasuredMetrics } from '../../../models/metrics.ts';
import { metrics, model, verdict } from '../../../pipeline/artifact-types.ts';
import { step } from '../../../pipeline/step.ts';
import { features, MODEL_NAME } from './columns.ts';

/** Registers the model and lets it serve. Never reused: what serves may have changed since. */
export const release = step({
  name: 'release',
  inputs: { model: model(features), metrics: metrics<MeasuredMetrics>(), verdict: verdict() },
  outputs: {},
  policy: { cache: false },
  registry: 'release',
  run: async ({ metrics: measured, verdict: judged }, _parameters: {}, { registry }) => {
    await registry.release({ model: MODEL_NAME, input: 'model', metrics: { ...measured }, verdict: judged });
    return {};
  },
});
