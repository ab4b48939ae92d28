import { describe, expect, it } from 'vitest';
import { runningLine } from '../../../src/cli/progress/running-line.ts';

const none = new Map<string, number>();

describe('runningLine', () => {
  it('is empty when nothing runs', () => {
    expect(runningLine([], none)).toBe('');
  });

  it('names each step once, however many items of it run', () => {
    expect(runningLine([{ node: 'ingest' }, { node: 'fit' }, { node: 'fit' }], none)).toBe('… ingest, fit');
    expect(runningLine([{ node: 'fit' }, { node: 'fit' }], new Map([['fit', 37]]))).toBe('… fit (37 done)');
  });

  it.each([
    [0, '… ingest ░░░░░░░░░░░░░░░░░░░░ 0 %'],
    [0.519, '… ingest ██████████░░░░░░░░░░ 51 %'],
    [1, '… ingest ████████████████████ 100 %'],
  ])('draws a bar of a share of %d', (share, line) => {
    expect(runningLine([{ node: 'ingest', share }], none)).toBe(line);
  });

  it('stays in one line of a narrow terminal', () => {
    const running = Array.from({ length: 40 }, (_none, index) => ({ node: `step-${index}` }));
    expect(runningLine(running, none)).toHaveLength(79);
  });
});
