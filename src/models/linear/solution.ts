import type { CentredColumn } from '../centred-column.ts';
import type { Fit } from '../model-document.ts';

/** Coefficients of columns about their means. */
export interface Solution {
  readonly solver: Fit['solver'];
  readonly coefficients: readonly number[];
  readonly rank: number;
  /** Whether each column takes part in a linear dependency. */
  readonly dependent: readonly boolean[];
}

/** Fits a centred target by centred columns: at least one, none constant. */
export type Solver = (columns: readonly CentredColumn[], target: CentredColumn) => Solution;
