import { reportStep } from '../../src/steps/report-step.ts';
import { delayModel } from './model.ts';

const purpose = 'Predicts how many minutes late a flight arrives, from when it leaves and between which airports.';
const limits = [
  'It knows flights in the USA in the first half of 2001 only.',
  'Weather and the delay of earlier flights are not among its inputs.',
];

/** Writes down what is to be known of the model before it is used. */
export const report = reportStep(delayModel, { purpose, limits }, { memoryMb: 1_769 });
