import type { Signature } from './model.ts';
import type { Transform } from './transforms/transform.ts';

/** How a model was trained. */
export type Trainer =
  /** Always the mean of the target. */
  | { readonly name: 'mean' }
  | { readonly name: 'linear' }
  /** Least squares on products of columns. */
  | { readonly name: 'polynomial'; readonly degree: number }
  /** `l2` is the penalty on the squares of the coefficients, in the units of the columns after all transforms. */
  | { readonly name: 'ridge'; readonly l2: number; readonly search?: PenaltySearch };

/** How a penalty was chosen: by the error on rows left out of the fit, over the training rows only. */
export interface PenaltySearch {
  readonly folds: number;
  readonly seed: number;
  /** Column whose equal values stayed together; absent where rows were parted by their numbers. */
  readonly key?: string;
  /** In the order of their penalties. */
  readonly path: readonly PenaltyError[];
}

/** The mean squared error of one penalty on rows left out. */
export interface PenaltyError {
  readonly l2: number;
  readonly mse: number;
  /** Of the mean over the folds. */
  readonly standardError: number;
}

/** How the coefficients were found, and what the columns made of it. */
export interface Fit {
  readonly solver: 'mean' | 'multivariate-linear-regression' | 'cholesky' | 'minimum-norm';
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

/** A column as the model was trained on it, after all transforms. */
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
  readonly transforms: readonly Transform[];
  /** One for each column that the transforms leave, in their order. */
  readonly coefficients: readonly Coefficient[];
  /** Prediction where every feature has its centre. */
  readonly level: number;
  /** Prediction where every feature is 0, for reading. */
  readonly intercept: number;
  readonly fit: Fit;
  readonly statistics: TrainingStatistics;
  /** First training row, before all transforms. */
  readonly inputExample: Readonly<Record<string, number | string | null>>;
}
