import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../cdk/entries.ts';
import { manifestOf } from '../../src/pipeline/manifest.ts';
import { satisfaction } from '../pipeline/example.ts';

const files = new Map([['train', { path: '/pipelines/satisfaction/train.ts', exportName: 'train' }]]);
const entries = entriesOf([{ pipeline: satisfaction, manifest: manifestOf(satisfaction, { train: 'hash' }), files }]);

describe('entriesOf', () => {
  it('has the shared functions, and for each pipeline its doors and its steps', () => {
    expect([...entries.keys()]).toEqual([
      'authorize',
      'finish',
      'predict',
      'satisfaction/begin',
      'satisfaction/start',
      'satisfaction/step-train',
    ]);
  });

  it('bakes the manifest and one step into the function of that step', () => {
    const source = entries.get('satisfaction/step-train')!;
    expect(source).toContain('import { train as step } from "/pipelines/satisfaction/train.ts"');
    expect(source).toContain('"code":{"train":"hash"}');
  });
});
