/** The one part of the package that is used; it ships no types. */
declare module 'ml-regression' {
  import type { AbstractMatrix } from 'ml-matrix';

  export class MultivariateLinearRegression {
    constructor(
      x: AbstractMatrix,
      y: AbstractMatrix,
      options?: { readonly intercept?: boolean; readonly statistics?: boolean },
    );
    /** One row an input, then the intercept; one column an output. */
    readonly weights: readonly (readonly number[])[];
  }
}
