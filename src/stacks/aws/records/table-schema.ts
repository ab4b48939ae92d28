/** The one table of records, as plain data for whoever makes it: `AttributeDefinitions`, keys, index, time to live. */
export const tableSchema = {
  /** All of type text. */
  partitionKey: 'pk',
  sortKey: 'sk',
  /** The one index, over the keys only: listings across partitions, by a value that they are ordered by. */
  index: { name: 'byValue', partitionKey: 'gpk', sortKey: 'gsk', projection: 'KEYS_ONLY' },
  /** Seconds since 1970; only what may be forgotten has it. */
  timeToLive: 'expiresAt',
} as const;
