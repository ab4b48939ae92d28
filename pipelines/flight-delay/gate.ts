import { championStanding, type ChampionStanding } from '../../src/models/champion-standing.ts';
import type { MeasuredMetrics } from '../../src/models/metrics.ts';
import { json, metrics, model, scalar, verdict } from '../../src/pipeline/artifact-types.ts';
import { step } from '../../src/pipeline/step.ts';
import { judge } from '../../src/tracking/gate/judge.ts';
import { againstChampion, atLeast, atMost, type Must } from '../../src/tracking/gate/rule.ts';
import { features, flights, TARGET } from './columns.ts';
import { MODEL_NAME } from './model-name.ts';

interface Limits {
  readonly maxMse: number;
  readonly minR2: number;
  /** How the model must stand to the champion on the same test rows. */
  readonly champion: Must;
  readonly seed: number;
}

/** Judges the model: within the limits, and against the champion on the same test rows. Never cached: the champion changes. */
export const gate = step({
  name: 'gate',
  inputs: { model: model(features), metrics: metrics<MeasuredMetrics>(), test: flights },
  outputs: { passed: scalar<boolean>(), verdict: verdict(), standing: json<ChampionStanding>() },
  policy: { cache: false, memoryMb: 1_769 },
  registry: 'read',
  run: async ({ model: fitted, metrics: measured, test }, { maxMse, minR2, champion: must, seed }: Limits, context) => {
    const champion = await context.registry.champion(MODEL_NAME);
    const standing = championStanding(champion, fitted, { table: test, target: TARGET }, { seed });
    const rules = [atMost('mse', maxMse), atLeast('r2', minR2), againstChampion('mse', standing, must)];
    const judged = judge(rules, measured);
    return { passed: judged.passed, verdict: judged, standing };
  },
});
