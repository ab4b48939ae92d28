import type { Columns } from '../../src/data/table.ts';

/** Twenty features. */
export const FEATURES = Array.from({ length: 20 }, (_, j) => `x${j}`);

export const TARGET = 'y';

export const COLUMNS: Columns = Object.fromEntries([...FEATURES, TARGET].map((name) => [name, 'float']));
