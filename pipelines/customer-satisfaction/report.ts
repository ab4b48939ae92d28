import { reportStep } from '../../src/steps/report-step.ts';
import { reviewModel } from './model.ts';

const purpose = 'Predicts how many stars a customer will give an order, from what was bought and how it was paid.';
const limits = ['It knows orders of one market place in Brazil from 2016 to 2018 only.'];

/** Writes down what is to be known of the model before it is used. */
export const report = reportStep(reviewModel, { purpose, limits });
