import type { Columns } from '../data/table.ts';
import { championStanding, type ChampionStanding } from '../models/champion-standing.ts';
import type { MeasuredMetrics } from '../models/metrics.ts';
import { json, metrics, model, scalar, verdict } from '../pipeline/artifact-types.ts';
import type { Policy } from '../pipeline/policy.ts';
import { step } from '../pipeline/step.ts';
import { judge } from '../tracking/gate/judge.ts';
import type { GateRule } from '../tracking/gate/rule.ts';
import type { ModelDeclaration } from './model-declaration.ts';

/** The rules of a gate, from its parameters and from how the model stands to the champion on the same test rows. */
export type GateRules<P> = (parameters: P, standing: ChampionStanding) => readonly GateRule[];

/**
 * Makes the step `gate`: judges a model by rules, also against the champion, on test rows drawn by the seed. Its verdict is
 * reused as long as the same champion serves.
 */
export function gateStep<F extends Columns, C extends Columns, P extends { readonly seed: number }>(
  { name, features, rows, target }: ModelDeclaration<F, C>,
  rules: GateRules<P>,
  policy: Partial<Policy> = {},
) {
  return step({
    name: 'gate',
    inputs: { model: model(features), metrics: metrics<MeasuredMetrics>(), test: rows },
    outputs: { passed: scalar<boolean>(), verdict: verdict(), standing: json<ChampionStanding>() },
    policy,
    registry: 'read',
    run: async ({ model: fitted, metrics: measured, test }, parameters: P, { registry }) => {
      const champion = await registry.champion(name);
      const standing = championStanding(champion, fitted, { table: test, target }, { seed: parameters.seed });
      const judged = judge(rules(parameters, standing), measured);
      return { passed: judged.passed, verdict: judged, standing };
    },
  });
}
