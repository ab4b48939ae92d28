import type { Columns } from '../../data/table.ts';
import type { Model } from '../model.ts';
import type { NumericName } from '../numeric-column.ts';
import { fitStandardise } from '../transforms/standardise.ts';
import { polynomialTerms, type PolynomialOptions } from '../transforms/polynomial.ts';
import { applyTransforms, type Transform } from '../transforms/transform.ts';
import { fitModel } from './fit-model.ts';
import { leastSquares } from './solvers.ts';
import type { Training } from './training.ts';

/**
 * Least squares on all products of the features up to a degree; these are standardised before, so that high powers
 * stay apart. `transforms` come first and must leave the features numeric and of the same names.
 * Throws `model.bad-degree`, and as `trainLinear`.
 */
export function trainPolynomial<C extends Columns, F extends NumericName<C>>(
  training: Training<C, F> & PolynomialOptions & { readonly transforms?: readonly Transform[] },
): Model<Pick<C, F>> {
  const { table, features, degree, transforms = [] } = training;
  const filled = applyTransforms(transforms, table);
  const added = [fitStandardise(filled, features), polynomialTerms(filled, features, training)];
  const columns = { ...training, transforms: [...transforms, ...added] };
  return fitModel<Pick<C, F>>(table, columns, { name: 'polynomial', degree }, leastSquares);
}
