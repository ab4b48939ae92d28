import { integer, text } from '../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { flaky } from './steps.ts';

/** `key` tells the runs apart. */
export const retried = pipeline(
  'retried',
  { parameters: { failures: integer(), key: text() } },
  ({ failures, key }) => void flaky({}, { failures, key }),
);
