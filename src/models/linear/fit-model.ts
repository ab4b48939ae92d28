import type { Columns } from '../../data/table.ts';
import type { Fit, Trainer } from '../model-document.ts';
import { modelFromDocument } from '../model-from-document.ts';
import type { Model } from '../model.ts';
import type { NumericName } from '../numeric-column.ts';
import { firstRow, signatureOf, trainingStatistics, transformsFor } from './describe-training.ts';
import type { Solver } from './solution.ts';
import { solveAboutMeans } from './solve-about-means.ts';
import { centreTraining, type Training } from './training.ts';

/** The model that `solve` finds for a training; `usual` names its method. Throws as `centreTraining` does. */
export function fitModel<C extends Columns, F extends NumericName<C>>(
  training: Training<C, F>,
  trainer: Trainer,
  usual: Fit['solver'],
  solve: Solver,
): Model<Pick<C, F>> {
  const columns = centreTraining(training);
  const model = modelFromDocument({
    format: 'sluice.model',
    formatVersion: 1,
    trainer,
    signature: signatureOf(columns, training.impute),
    transforms: transformsFor(columns, training.impute),
    ...solveAboutMeans(columns, usual, solve),
    statistics: trainingStatistics(columns, training.impute),
    inputExample: firstRow(training.table, training.features),
  });
  // Its features are those of the training, by name and kind, which the compiler can't follow.
  return model as Model<Pick<C, F>>;
}
