/**
 * What becomes of a run that is asked for while another of its pipeline is under way: `parallel` runs both, `queue`
 * lets it wait its turn in the order of asking, `skip` leaves it out, `replace` stops the other for it.
 */
export type Concurrency = (typeof CONCURRENCIES)[number];

export const CONCURRENCIES = ['parallel', 'queue', 'skip', 'replace'] as const;
