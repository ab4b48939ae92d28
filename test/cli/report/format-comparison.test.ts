import { describe, expect, it } from 'vitest';
import { formatComparison } from '../../../src/cli/report/format-comparison.ts';
import type { Comparison } from '../../../src/runs/compare/comparison.ts';

const run = { id: 'a'.repeat(32), pipeline: 'orders', status: 'completed', durationMs: 1_200, source: null } as const;
const comparison: Comparison = {
  runs: [run, { ...run, id: 'b'.repeat(32) }],
  parameters: [{ name: 'filter', values: ['a|b', null] }],
  sameParameters: 3,
  code: ['train'],
  metrics: [{ name: 'mse', values: [{ value: 2, lower: 1.5, upper: 2.5 }, { value: 2.25 }], difference: 0.25 }],
};

describe('formatComparison', () => {
  it('makes Markdown tables whose cells can hold a bar', () => {
    expect(formatComparison(comparison, 'markdown')).toBe(
      [
        '|  | aaaaaaaaaaaa | bbbbbbbbbbbb |',
        '| --- | --- | --- |',
        '| pipeline | orders | orders |',
        '| status | completed | completed |',
        '| duration | 1.2 s | 1.2 s |',
        '',
        '| parameter | aaaaaaaaaaaa | bbbbbbbbbbbb |',
        '| --- | --- | --- |',
        String.raw`| filter | a\|b |  |`,
        '',
        'Code differs in: train.',
        '',
        '| metric | aaaaaaaaaaaa | bbbbbbbbbbbb | difference |',
        '| --- | ---: | ---: | ---: |',
        '| mse | 2 [1.5, 2.5] | 2.25 | +0.25 |',
        '',
      ].join('\n'),
    );
  });

  it('ends the numbers on the right', () => {
    const lines = formatComparison(comparison, 'text').split('\n');
    expect(lines.at(-3)).toBe('metric  aaaaaaaaaaaa  bbbbbbbbbbbb  difference');
    expect(lines.at(-2)).toBe('mse     2 [1.5, 2.5]          2.25       +0.25');
  });

  it('ends numbers with and without an interval at one place', () => {
    const rows = { name: 'rows', values: [{ value: 48 }, { value: 50 }], difference: 2 } as const;
    const withRows = { ...comparison, metrics: [...comparison.metrics, rows] };
    const lines = formatComparison(withRows, 'text').split('\n');
    expect(lines.at(-3)).toBe('mse      2 [1.5, 2.5]          2.25       +0.25');
    expect(lines.at(-2)).toBe('rows    48                       50          +2');
    expect(formatComparison(withRows, 'markdown')).toContain('| rows | 48 | 50 | +2 |');
  });

  it('names the commits where they are known', () => {
    const source = { commit: 'c0ffee'.repeat(7), dirty: true };
    const text = formatComparison({ ...comparison, runs: [{ ...run, source }, run] }, 'markdown');
    expect(text).toContain('| commit | c0ffeec0ffee (changed) |  |');
  });

  it('says so when nothing that went in differs', () => {
    const text = formatComparison({ ...comparison, parameters: [], code: [] }, 'text');
    expect(text).toContain('No parameter differs (3 the same).');
    expect(text).toContain('The code of the steps that both ran is the same.');
  });
});
