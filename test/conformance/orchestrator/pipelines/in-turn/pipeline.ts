import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { linger } from './steps.ts';

export const inTurn = pipeline(
  'in-turn',
  { parameters: {}, concurrency: 'queue' },
  () => void linger({}, { forMs: 300 }),
);
