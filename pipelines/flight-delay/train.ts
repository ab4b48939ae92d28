import { trainLinear } from '../../src/models/linear/train-linear.ts';
import { trainRidge } from '../../src/models/linear/train-ridge.ts';
import type { Transform } from '../../src/models/transforms/transform.ts';
import { json, model } from '../../src/pipeline/artifact-types.ts';
import { step } from '../../src/pipeline/step.ts';
import { features, FEATURES, flights, TARGET } from './columns.ts';

/** Penalties that `ridge` chooses from by cross-validation on the training rows. */
const PENALTIES = [0.1, 1, 10, 100, 1_000, 10_000];

interface Choice {
  readonly model: 'linear' | 'ridge';
  /** Of the folds of `ridge`. */
  readonly seed: number;
}

/** Fits the model chosen; the transforms travel inside it, so that it takes flights as they come. Throws as the trainers do. */
export const train = step({
  name: 'train',
  inputs: { train: flights, transforms: json<readonly Transform[]>() },
  outputs: { model: model(features) },
  policy: { memoryMb: 3_008 },
  run: ({ train: table, transforms }, { model: chosen, seed }: Choice) => {
    const training = { table, features: FEATURES, target: TARGET, transforms } as const;
    const search = { l2s: PENALTIES, seed };
    return { model: chosen === 'ridge' ? trainRidge({ ...training, search }) : trainLinear(training) };
  },
});
