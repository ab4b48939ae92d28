import { releaseStep } from '../../src/steps/release-step.ts';
import { delayModel } from './model.ts';

/** Registers the model and makes it the champion, on the gate's verdict. */
export const release = releaseStep(delayModel);
