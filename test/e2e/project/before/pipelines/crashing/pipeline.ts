import { choice } from '../../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../../src/pipeline/pipeline.ts';
import { crash } from './steps.ts';

const parameters = { how: choice(['exits', 'is-killed', 'never-yields']) };

/** Its one step never comes to its end. */
export const crashing = pipeline('crashing', { parameters }, ({ how }) => void crash({}, { how }));
