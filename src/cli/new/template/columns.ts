import { table } from '../../../pipeline/artifact-types.ts';

/** The columns in use of the source file, by their header names. */
export const flats = table({ area: 'float', rooms: 'int', age: 'int', rent: 'float' });

/** What the model takes. */
export const features = { area: 'float', rooms: 'int', age: 'int' } as const;
export const FEATURES = ['area', 'rooms', 'age'] as const;

/** What it predicts. */
export const TARGET = 'rent';

/** The name it is released under. */
export const MODEL_NAME = 'my-pipeline';
