import { releaseStep } from '../../../steps/release-step.ts';
import { rentModel } from './columns.ts';

/** Registers the model and lets it serve. */
export const release = releaseStep(rentModel);
