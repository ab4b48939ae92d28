import { describe, expect, it } from 'vitest';
import { compareArtifacts } from '../../../src/runs/replay/compare-artifacts.ts';
import { stepOf } from '../../cli/records.ts';

const made = (key: string, output: string, sha256: string) =>
  stepOf({ key, outputs: { artifacts: { [output]: { type: 'json', key: 'k', sha256, sizeBytes: 1 } }, scalars: {} } });

describe('compareArtifacts', () => {
  it('puts the outputs of each step beside each other, those of one run alone too', () => {
    const before = [made('clean', 'rows', 'a'), made('score@folds#1', 'value', 'b'), made('gate', 'verdict', 'c')];
    const after = [made('clean', 'rows', 'a'), made('score@folds#1', 'value', 'x'), made('card', 'text', 'd')];

    expect(compareArtifacts(before, after)).toEqual([
      { step: 'clean', output: 'rows', before: 'a', after: 'a', outcome: 'equal' },
      { step: 'score@folds#1', output: 'value', before: 'b', after: 'x', outcome: 'differs' },
      { step: 'gate', output: 'verdict', before: 'c', after: null, outcome: 'missing' },
      { step: 'card', output: 'text', before: null, after: 'd', outcome: 'new' },
    ]);
  });
});
