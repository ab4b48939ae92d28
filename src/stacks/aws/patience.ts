/** How long a client of AWS waits for a connection, and from then on for the beginning of an answer, and how often. */
export interface Patience {
  readonly maxAttempts: number;
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly throwOnRequestTimeout: true;
  };
}

/** For services whose requests are small and answered within a second. */
export const SMALL_REQUESTS: Patience = patience(6, 3_000, 10_000);

/** For S3: up to 64 MB are on their way before it answers, at 4 Mbit/s or more. */
export const OBJECT_REQUESTS: Patience = patience(6, 3_000, 120_000);

/** For predictions: a store that is silent must leave time, of API Gateway's 29 s, to answer by the last known model. */
export const BEFORE_PREDICTING: Patience = patience(2, 1_000, 3_000);

function patience(maxAttempts: number, connectionTimeout: number, requestTimeout: number): Patience {
  return { maxAttempts, requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true } };
}
