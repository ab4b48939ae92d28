import { describe, expect, it } from 'vitest';
import { stackFrames } from '../../src/errors/stack-frames.ts';

describe('stackFrames', () => {
  it('names the places of an error, innermost first, without those of Node and at most three', () => {
    const stack = [
      'TypeError: no rows\n    with a second line',
      '    at Object.keys (<anonymous>)',
      '    at node:internal/modules/esm/loader:647:26',
      '    at run (file:///project/pipelines/rents/train.ts:13:21)',
      '    at async file:///project/src/runs/perform.ts:40:5',
      '    at /project/src/a.ts:1:1',
      '    at /project/src/b.ts:2:2',
    ].join('\n');

    expect(stackFrames(stack)).toEqual([
      'run (/project/pipelines/rents/train.ts:13:21)',
      '/project/src/runs/perform.ts:40:5',
      '/project/src/a.ts:1:1',
    ]);
  });

  it('finds the place of an error that was thrown here', () => {
    expect(stackFrames(new Error('here').stack!)[0]).toContain('stack-frames.test.ts');
  });
});
