import { describe, expect, it } from 'vitest';
import { formatExplanation } from '../../../src/cli/report/format-explanation.ts';
import type { Explanation } from '../../../src/runs/why/explanation.ts';

const ran: Explanation = {
  run: 'aa',
  step: 'train',
  status: 'completed',
  notReused: 'nothing-known',
  reusedFrom: null,
  comparedWith: 'bb',
  changes: [{ part: 'parameter', name: 'l2', before: '1', after: '10' }],
};

describe('formatExplanation', () => {
  it('says in words which part changed', () => {
    expect(formatExplanation(ran)).toBe(
      'train in run aa: completed; it ran because no earlier run had the same code, parameters and inputs.\n' +
        'Since run bb:\n  parameter l2: 1 → 10\n',
    );
  });

  it('names runs by their first twelve digits, as tables do', () => {
    const text = formatExplanation({ ...ran, run: 'a'.repeat(32), comparedWith: 'b'.repeat(32) });
    expect(text).toContain('in run aaaaaaaaaaaa:');
    expect(text).toContain('Since run bbbbbbbbbbbb:');
  });

  it('shortens hashes and names what is not there', () => {
    const changes = [
      { part: 'code', name: 'train', before: 'a'.repeat(64), after: 'b'.repeat(64) },
      { part: 'input', name: 'rows', before: null, after: 'c'.repeat(64) },
    ] as const;
    const text = formatExplanation({ ...ran, changes });
    expect(text).toContain('the code of train changed (aaaaaaaaaaaa → bbbbbbbbbbbb)');
    expect(text).toContain('input rows: not there → cccccccccccc');
  });

  it.each([
    [{ notReused: 'off-for-run' }, '--no-cache'],
    [{ notReused: 'off-for-step' }, 'cache: false'],
    [{ notReused: 'artifact-gone' }, 'was removed'],
    [{ notReused: null, reusedFrom: 'cc', status: 'cached' }, 'those of run cc'],
    [{ notReused: null, status: 'failed' }, 'ended before it gave anything'],
    [{ changes: [] }, 'did not finish this step'],
  ] as const)('of %j says %s', (facts, words) => {
    expect(formatExplanation({ ...ran, ...facts })).toContain(words);
  });
});
