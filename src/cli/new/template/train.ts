import { trainLinear } from '../../../models/linear/train-linear.ts';
import { fitImpute } from '../../../models/transforms/impute.ts';
import { model } from '../../../pipeline/artifact-types.ts';
import { step } from '../../../pipeline/step.ts';
import { features, FEATURES, flats, TARGET } from './columns.ts';

/** Fits least squares; missing values are filled with medians of the training rows, when serving too. */
export const train = step({
  name: 'train',
  inputs: { train: flats },
  outputs: { model: model(features) },
  run: ({ train: table }) => ({
    model: trainLinear({ table, features: FEATURES, target: TARGET, transforms: [fitImpute(table, FEATURES)] }),
  }),
});
