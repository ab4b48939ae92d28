import { describe, expect, it } from 'vitest';
import { compareRuns, type RunView } from '../../../src/runs/compare/compare-runs.ts';
import type { RunRecord } from '../../../src/tracking/run-record.ts';
import { runOf, stepOf } from '../../cli/records.ts';

const file = (uri: string, sha256: string) => ({ file: { uri, name: 'orders.csv', sha256, sizeBytes: 1 } });

function view(parameters: RunRecord['parameters'], metrics: Record<string, number>, code = 'c'): RunView {
  const points = Object.entries(metrics).map(([key, value]) => [key, { key, value, step: 0, timestampMs: 1 }] as const);
  return {
    run: runOf({ parameters }),
    steps: [stepOf({ cacheKeyParts: { code, parameters: {}, inputs: {} } })],
    data: { metrics: Object.fromEntries(points), parameters: {}, tags: {} },
  };
}

describe('compareRuns', () => {
  it('names the parameters that differ, with a null where one is missing, and counts the rest', () => {
    const { parameters, sameParameters } = compareRuns(
      view({ l2: 1, seed: 4, old: 'x' }, {}),
      view({ l2: 2, seed: 4 }, {}),
    );

    expect(parameters).toEqual([
      { name: 'l2', values: ['1', '2'] },
      { name: 'old', values: ['x', null] },
    ]);
    expect(sameParameters).toBe(1);
  });

  it('compares files by their bytes, not by where they lie', () => {
    const here = view({ source: file('file:///a', 'a'.repeat(64)) }, {});
    const there = view({ source: file('s3://b/a', 'a'.repeat(64)) }, {});
    const other = view({ source: file('file:///a', 'b'.repeat(64)) }, {});

    expect(compareRuns(here, there).parameters).toEqual([]);
    expect(compareRuns(here, other).parameters).toHaveLength(1);
  });

  it('puts metrics beside each other with their difference and intervals', () => {
    const first = view({}, { mse: 2, 'mse.lower': 1.5, 'mse.upper': 2.5, 'rows.lower': 7 });
    const second = view({}, { mse: 1.5, r2: 0.5 });

    expect(compareRuns(first, second).metrics).toEqual([
      { name: 'mse', values: [{ value: 2, lower: 1.5, upper: 2.5 }, { value: 1.5 }], difference: -0.5 },
      { name: 'rows.lower', values: [{ value: 7 }, null], difference: null },
      { name: 'r2', values: [null, { value: 0.5 }], difference: null },
    ]);
  });

  it.each([[[]], [[stepOf({ status: 'failed' })]]])(
    'tells no code of steps that did not come to their end: %j',
    (steps) => {
      expect(compareRuns(view({}, {}), { ...view({}, {}), steps }).code).toEqual([]);
    },
  );

  it('names the steps whose code changed', () => {
    expect(compareRuns(view({}, {}, 'c'), view({}, {}, 'd')).code).toEqual(['ingest']);
    expect(compareRuns(view({}, {}), view({}, {})).code).toEqual([]);
  });
});
