import { checkPredictions } from '../models/evaluate.ts';

/** The answer of MLflow's scoring protocol, one prediction a row; throws `model.prediction-not-finite`. */
export function predictionsBody(predictions: Float64Array): { readonly predictions: readonly number[] } {
  checkPredictions(predictions);
  return { predictions: Array.from(predictions) };
}
