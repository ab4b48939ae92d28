import { evaluate } from '../../src/models/evaluate.ts';
import { trainLinear } from '../../src/models/linear/train-linear.ts';
import { trainRidge } from '../../src/models/linear/train-ridge.ts';
import type { Model } from '../../src/models/model.ts';
import type { ImputeTransform } from '../../src/models/transforms/impute.ts';
import { json, model } from '../../src/pipeline/artifact-types.ts';
import type { StepLogger } from '../../src/pipeline/step-context.ts';
import { step } from '../../src/pipeline/step.ts';
import { features, FEATURES, modelReady, TARGET } from './columns.ts';

interface Choice {
  readonly model: 'linear' | 'ridge';
  /** Penalty of `ridge`; `linear` passes it over. */
  readonly l2: number;
}

/** Fits the model chosen; the imputation travels inside it, so that serving fills as training did. Throws as the trainers do. */
export const train = step({
  name: 'train',
  inputs: { train: modelReady, imputation: json<ImputeTransform>() },
  outputs: { model: model(features) },
  policy: { memoryMb: 1_769 },
  run: ({ train: table, imputation }, { model: chosen, l2 }: Choice, { log }) => {
    const training = { table, features: FEATURES, target: TARGET, transforms: [imputation] } as const;
    const fitted = chosen === 'ridge' ? trainRidge({ ...training, l2 }) : trainLinear(training);
    logFit(log, fitted);
    for (const [name, value] of Object.entries(evaluate(fitted, table, TARGET))) log.metric(`train.${name}`, value);
    return { model: fitted };
  },
});

function logFit(log: StepLogger, { document: { trainer, fit } }: Model): void {
  log.parameter('trainer', trainer.name);
  if (trainer.name === 'ridge') log.parameter('trainer.l2', trainer.l2);
  log.parameter('solver', fit.solver);
  log.parameter('rank', fit.rank);
}
