import { table } from '../../../pipeline/artifact-types.ts';

/** The columns in use of the source file, by their header names. */
export const flats = table({ area: 'float', rooms: 'int', age: 'int', rent: 'float' });

/** What the model takes. */
export const features = { area: 'float', rooms: 'int', age: 'int' } as const;
export const FEATURES = ['area', 'rooms', 'age'] as const;

/** What it predicts. */
export const TARGET = 'rent';

/** The model that is trained, judged and released; the name is the one that it serves under. */
export const rentModel = { name: 'my-pipeline', features, rows: flats, target: TARGET } as const;
