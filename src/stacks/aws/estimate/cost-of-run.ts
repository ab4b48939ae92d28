import type { RunEstimate } from './estimate-run.ts';
import type { Prices } from './prices.ts';

/** What a run costs by service, in US dollars. */
export interface RunCost {
  readonly stepFunctions: number;
  readonly lambda: number;
  readonly dynamoDb: number;
  readonly s3: number;
  readonly total: number;
}

/** Puts prices to what a run asks of AWS. */
export function costOfRun({ transitions, invocations, gbSeconds, requests }: RunEstimate, prices: Prices): RunCost {
  const cost = {
    stepFunctions: transitions * prices.perTransition,
    lambda: invocations * prices.perInvocation + gbSeconds * prices.perGbSecond,
    dynamoDb: requests.readUnits * prices.perReadUnit + requests.writeUnits * prices.perWriteUnit,
    s3: requests.objectReads * prices.perObjectRead + requests.objectWrites * prices.perObjectWrite,
  };
  return { ...cost, total: Object.values(cost).reduce((sum, part) => sum + part, 0) };
}
