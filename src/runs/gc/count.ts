/** How many, and how large together. */
export interface Count {
  readonly count: number;
  readonly sizeBytes: number;
}

export const NONE: Count = { count: 0, sizeBytes: 0 };

/** One more. */
export function plus({ count, sizeBytes }: Count, one: { readonly sizeBytes: number }): Count {
  return { count: count + 1, sizeBytes: sizeBytes + one.sizeBytes };
}
