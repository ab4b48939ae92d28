import { championStanding } from '../../../models/champion-standing.ts';
import type { MeasuredMetrics } from '../../../models/metrics.ts';
import { metrics, model, scalar, verdict } from '../../../pipeline/artifact-types.ts';
import { step } from '../../../pipeline/step.ts';
import { judge } from '../../../tracking/gate/judge.ts';
import { againstChampion, atLeast } from '../../../tracking/gate/rule.ts';
import { features, flats, MODEL_NAME, TARGET } from './columns.ts';

interface Limits {
  readonly minR2: number;
  readonly seed: number;
}

/** Lets a model pass that explains enough and is not worse than the one that serves. Never reused: the champion changes. */
export const gate = step({
  name: 'gate',
  inputs: { model: model(features), metrics: metrics<MeasuredMetrics>(), test: flats },
  outputs: { passed: scalar<boolean>(), verdict: verdict() },
  policy: { cache: false },
  registry: 'read',
  run: async ({ model: fitted, metrics: measured, test }, { minR2, seed }: Limits, { registry }) => {
    const champion = await registry.champion(MODEL_NAME);
    const standing = championStanding(champion, fitted, { table: test, target: TARGET }, { seed });
    const judged = judge([atLeast('r2', minR2), againstChampion('mse', standing, 'not-worse')], measured);
    return { passed: judged.passed, verdict: judged };
  },
});
