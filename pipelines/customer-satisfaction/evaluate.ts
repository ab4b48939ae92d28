import { evaluateStep } from '../../src/steps/evaluate-step.ts';
import { reviewModel } from './model.ts';

/** Measures the model on the test rows, beside always predicting the mean of the training rows. */
export const evaluate = evaluateStep(reviewModel);
