import { describe, expect, it } from 'vitest';
import { itemsLine, stepLine } from '../../../src/cli/progress/step-line.ts';
import { stepOf } from '../records.ts';

const style = { width: 6, hasColor: false };

/** A step that gave tables of so many rows. */
function stepWith(counts: Readonly<Record<string, number>>) {
  const table = { type: 'table', key: 'artifacts/a', sha256: 'a'.repeat(64), sizeBytes: 1 } as const;
  const artifacts = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, { ...table, count }]));
  return stepOf({ outputs: { artifacts: { ...artifacts, model: { ...table, type: 'model' } }, scalars: {} } });
}

describe('stepLine', () => {
  it.each([
    [{}, '✓ ingest  completed    200 ms'],
    [{ rows: 1 }, '✓ ingest  completed    200 ms  1 row'],
    [{ rows: 115_609 }, '✓ ingest  completed    200 ms  115,609 rows'],
    [{ train: 16_059, test: 3_941 }, '✓ ingest  completed    200 ms  train 16,059, test 3,941 rows'],
    [{ a: 1, b: 2, c: 3, d: 4 }, '✓ ingest  completed    200 ms  a 1, b 2, c 3, … rows'],
  ])('tells the rows of the tables that a step gave: %o', (counts, line) => {
    expect(stepLine(stepWith(counts), style)).toBe(line);
  });

  it('tells which attempt failed and why', () => {
    const error = { code: 'data.empty', message: 'no rows', mend: 'add rows' } as const;
    expect(stepLine(stepOf({ status: 'failed', attempt: 1, error }), style)).toBe(
      '✗ ingest  failed       200 ms  attempt 2  no rows',
    );
  });

  it('takes an attempt that ended without a word for failed', () => {
    expect(stepLine(stepOf({ status: 'running' }), style)).toContain('failed');
  });
});

describe('itemsLine', () => {
  const items = { node: 'fit', startedAtMs: 1_000, endedAtMs: 2_500 };

  it.each([
    [1, 0, '✓ fit     completed     1.5 s  1 item'],
    [1_000, 0, '✓ fit     completed     1.5 s  1,000 items'],
    [5, 2, '✓ fit     completed     1.5 s  5 items, 2 cached'],
    [5, 5, '= fit     cached        1.5 s  5 items'],
  ])('tells of %i items, %i cached', (count, cachedCount, line) => {
    expect(itemsLine({ ...items, count, cachedCount }, style)).toBe(line);
  });
});
