import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { sleepy } from './steps.ts';

export const slow = pipeline('slow', { parameters: {} }, () => void sleepy({}));
