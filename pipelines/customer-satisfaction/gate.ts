import type { Table } from '../../src/data/table.ts';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { evaluate } from '../../src/models/evaluate.ts';
import type { RegressionMetrics } from '../../src/models/metrics.ts';
import { metrics, scalar, verdict } from '../../src/pipeline/artifact-types.ts';
import type { Champion } from '../../src/pipeline/step-context.ts';
import { step } from '../../src/pipeline/step.ts';
import { judge } from '../../src/tracking/gate/judge.ts';
import { atLeast, atMost, notWorseThanChampion } from '../../src/tracking/gate/rule.ts';
import type { JudgedRule, Verdict } from '../../src/tracking/verdict.ts';
import { modelReady, TARGET } from './columns.ts';
import { MODEL_NAME } from './model-name.ts';

interface Limits {
  readonly maxMse: number;
  readonly minR2: number;
}

/** Judges the metrics: within the limits, and not worse than the champion on the same test rows. Never cached: the champion changes. */
export const gate = step({
  name: 'gate',
  inputs: { metrics: metrics<RegressionMetrics>(), test: modelReady },
  outputs: { passed: scalar<boolean>(), verdict: verdict() },
  policy: { cache: false },
  registry: 'read',
  run: async ({ metrics: measured, test }, { maxMse, minR2 }: Limits, { registry }) => {
    const limits = judge([atMost('mse', maxMse), atLeast('r2', minR2)], measured);
    const versus = judgeAgainst(await registry.champion(MODEL_NAME), test, measured);
    const judged = { passed: limits.passed && versus.passed, rules: [...limits.rules, ...versus.rules] };
    return { passed: judged.passed, verdict: judged };
  },
});

function judgeAgainst(champion: Champion | undefined, test: Table, measured: RegressionMetrics): Verdict {
  if (champion === undefined) return judge([notWorseThanChampion('mse', undefined)], measured);
  try {
    return judge([notWorseThanChampion('mse', evaluate(champion.model, test, TARGET))], measured);
  } catch (error) {
    if (!isColumnFault(error)) throw error;
    return { passed: false, rules: [incomparable(champion.version, error.message, measured)] };
  }
}

/** Whether the champion was trained on columns that these rows don't have. */
function isColumnFault(error: unknown): error is SluiceError {
  return SluiceError.is(error) && ['model.column-missing', 'model.column-not-numeric'].includes(error.code);
}

function incomparable(version: number, reason: string, { mse }: RegressionMetrics): JudgedRule {
  const { text } = notWorseThanChampion('mse', undefined);
  return {
    rule: text,
    value: mse,
    limit: null,
    passed: false,
    reason: `champion version ${version} can't be measured on these rows: ${reason}`,
  };
}
