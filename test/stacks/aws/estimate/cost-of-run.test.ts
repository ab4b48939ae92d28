import { describe, expect, it } from 'vitest';
import { costOfRun } from '../../../../src/stacks/aws/estimate/cost-of-run.ts';
import { PRICES } from '../../../../src/stacks/aws/estimate/prices.ts';

describe('costOfRun', () => {
  it('puts the list price to each part', () => {
    const cost = costOfRun(
      {
        transitions: 1_000,
        invocations: 1_000_000,
        gbSeconds: 10_000,
        requests: { records: 9, readUnits: 1e6, writeUnits: 1e6, objectReads: 1_000, objectWrites: 1_000 },
        longestPath: { steps: [], durationMs: 0 },
        steps: [],
      },
      PRICES,
    );
    expect(cost.stepFunctions).toBeCloseTo(0.025);
    expect(cost.lambda).toBeCloseTo(0.2 + 0.133_334);
    expect(cost.dynamoDb).toBeCloseTo(0.125 + 0.625);
    expect(cost.s3).toBeCloseTo(0.005_4);
    expect(cost.total).toBeCloseTo(cost.stepFunctions + cost.lambda + cost.dynamoDb + cost.s3);
  });
});
