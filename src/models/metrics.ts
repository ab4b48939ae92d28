/** Regression metrics of one model on one table. */
export interface RegressionMetrics {
  readonly mse: number;
  readonly rmse: number;
  readonly r2: number;
  readonly mae: number;
}
