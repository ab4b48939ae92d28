import type { Fit } from '../model-document.ts';
import type { NormalEquations } from './normal-equations.ts';

/** Coefficients of columns about their means. */
export interface Solution {
  readonly solver: Fit['solver'];
  readonly coefficients: readonly number[];
  readonly rank: number;
  /** Whether each column takes part in a linear dependency. */
  readonly dependent: readonly boolean[];
}

/** A way to solve well-conditioned normal equations: the coefficients in the columns' own units. */
export interface Solver {
  readonly name: Fit['solver'];
  readonly l2: number;
  readonly solve: (equations: NormalEquations) => readonly number[];
}
