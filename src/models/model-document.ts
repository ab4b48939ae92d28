import type { Signature } from './model.ts';
import type { ImputeTransform } from './transforms/impute.ts';

/** How a model was trained. */
export type Trainer =
  | { readonly name: 'linear' }
  /** `l2` is the penalty on the squares of the coefficients, in the columns' own units. */
  | { readonly name: 'ridge'; readonly l2: number };

/** How the coefficients were found, and what the columns made of it. */
export interface Fit {
  readonly solver: 'multivariate-linear-regression' | 'cholesky' | 'minimum-norm';
  /** Number of directions that the features span about their means. */
  readonly rank: number;
  /** Features that depend linearly on other features: only the sum of their effects is known. */
  readonly collinear: readonly string[];
  /** Features with one value in all rows; their coefficient is 0. */
  readonly constant: readonly string[];
}

/** One feature's share: `coefficient × (value − centre)`. */
export interface Coefficient {
  readonly column: string;
  readonly coefficient: number;
  readonly centre: number;
}

/** A column as the model was trained on it, after imputation. */
export interface ColumnStatistics {
  readonly column: string;
  readonly mean: number;
  /** Of the rows as the whole population. */
  readonly standardDeviation: number;
  readonly min: number;
  readonly max: number;
  /** Rows that had no value before imputation. */
  readonly missing: number;
}

export interface TrainingStatistics {
  readonly rows: number;
  readonly features: readonly ColumnStatistics[];
  readonly target: ColumnStatistics;
}

/**
 * A linear model as plain data: all there is to know of it, and what its file holds.
 * A prediction is `level + Σ coefficient × (value − centre)`; around the centres no digits are lost when a column lies
 * far from 0, as they would be around the intercept.
 */
export interface ModelDocument {
  readonly format: 'sluice.model';
  readonly formatVersion: 1;
  readonly trainer: Trainer;
  readonly signature: Signature;
  /** Applied to raw rows, in order, before the coefficients. */
  readonly transforms: readonly ImputeTransform[];
  /** In the order of the signature's inputs. */
  readonly coefficients: readonly Coefficient[];
  /** Prediction where every feature has its centre. */
  readonly level: number;
  /** Prediction where every feature is 0, for reading. */
  readonly intercept: number;
  readonly fit: Fit;
  readonly statistics: TrainingStatistics;
  /** First training row, before imputation. */
  readonly inputExample: Readonly<Record<string, number | null>>;
}
