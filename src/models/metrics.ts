/** Regression metrics of one model on one table. */
export interface RegressionMetrics {
  readonly mse: number;
  readonly rmse: number;
  readonly r2: number;
  readonly mae: number;
}

export type MetricName = keyof RegressionMetrics & string;

/** Metrics with the bounds of their 95 % intervals, `mse.lower` and `mse.upper`. */
export type MeasuredMetrics = RegressionMetrics & {
  readonly [Bound in `${MetricName}.${'lower' | 'upper'}`]: number;
};
