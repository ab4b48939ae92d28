import { features } from '../../pipelines/customer-satisfaction/columns.ts';

/** The 13 columns of the Olist file that customer-satisfaction learns from. */
export const CSV_COLUMNS = { ...features, review_score: 'int' } as const;
