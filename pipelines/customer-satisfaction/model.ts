import { features, modelReady, TARGET } from './columns.ts';

/** The model that is trained, judged and released. */
export const reviewModel = { name: 'customer-satisfaction', features, rows: modelReady, target: TARGET } as const;
