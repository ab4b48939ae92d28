import type { Columns } from '../../data/table.ts';
import type { Model } from '../model.ts';
import { fitMoments, planTraining } from './fit-model.ts';
import { FoldMoments } from './fold-moments.ts';
import { checkPenalty, type Penalty } from './penalty.ts';
import { ridgeTask } from './ridge-trainer.ts';
import type { Training } from './training.ts';

/**
 * Least squares with a penalty of `l2` on the squares of the coefficients, not on the intercept, in the units of the
 * columns after all transforms (scikit-learn's Ridge(alpha=l2)). With `search`, the penalty of least error over the
 * folds, in the same one pass over the rows. Collinear and nearly collinear columns go to `minimumNorm` instead.
 * Throws `model.bad-l2`, `model.bad-search`, `model.too-few-folds`, and as `trainLinear`.
 */
export function trainRidge<C extends Columns, F extends keyof C & string>(
  training: Training<C, F> & Penalty,
): Model<Pick<C, F>> {
  checkPenalty(training);
  const plan = planTraining(training.table, training);
  const folds = new FoldMoments(plan, training);
  folds.add(training.table);
  const { trainer, moments, solver } = ridgeTask(folds.moments(), training);
  return fitMoments<Pick<C, F>>(plan, training.table, moments, trainer, solver);
}
