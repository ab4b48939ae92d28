import { table } from '../../src/pipeline/artifact-types.ts';

/** What the model predicts from, as it is known before a flight. */
export const features = { date: 'time', distance: 'float', origin: 'text', destination: 'text' } as const;

/** Names of the features, in the order of the model's inputs. */
export const FEATURES = Object.keys(features) as readonly (keyof typeof features)[];

/** Minutes late on arrival; below 0 when early. */
export const TARGET = 'delay';

/** Flights as they come; any value may be missing. */
export const flights = table({ ...features, [TARGET]: 'float' });
