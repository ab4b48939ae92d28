import type { MeasuredMetrics } from '../../src/models/metrics.ts';
import { metrics, model, verdict } from '../../src/pipeline/artifact-types.ts';
import { step } from '../../src/pipeline/step.ts';
import { features } from './columns.ts';
import { MODEL_NAME } from './model-name.ts';

/** Registers the model and makes it the champion, on the gate's verdict. Never cached: what serves may have changed since. */
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
