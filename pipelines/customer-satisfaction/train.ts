import { trainLinear } from '../../src/models/linear/train-linear.ts';
import { trainRidge } from '../../src/models/linear/train-ridge.ts';
import type { ImputeTransform } from '../../src/models/transforms/impute.ts';
import { json, model } from '../../src/pipeline/artifact-types.ts';
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
  run: ({ train: table, imputation }, { model: chosen, l2 }: Choice) => {
    const training = { table, features: FEATURES, target: TARGET, transforms: [imputation] } as const;
    return { model: chosen === 'ridge' ? trainRidge({ ...training, l2 }) : trainLinear(training) };
  },
});
