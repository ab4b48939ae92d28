import { releaseStep } from '../../src/steps/release-step.ts';
import { reviewModel } from './model.ts';

/** Registers the model and makes it the champion, on the gate's verdict. */
export const release = releaseStep(reviewModel);
