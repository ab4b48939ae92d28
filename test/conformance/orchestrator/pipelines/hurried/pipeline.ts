import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { linger } from './steps.ts';

/** Its step would take longer than the whole run may. */
export const hurried = pipeline(
  'hurried',
  { parameters: {}, timeoutMs: 3_000 },
  () => void linger({}, { forMs: 60_000 }),
);
