import { features, flights, TARGET } from './columns.ts';

/** The model that is trained, judged and released. */
export const delayModel = { name: 'flight-delay', features, rows: flights, target: TARGET } as const;
