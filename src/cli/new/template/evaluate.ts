import { evaluateStep } from '../../../steps/evaluate-step.ts';
import { rentModel } from './columns.ts';

/** Measures the model on the test rows, beside always predicting the mean. */
export const evaluate = evaluateStep(rentModel);
