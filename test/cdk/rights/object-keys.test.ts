import { describe, expect, it } from 'vitest';
import { fileKeys, indexFiles, keysMade, keysRead } from '../../../cdk/rights/object-keys.ts';
import { satisfaction } from '../../pipeline/example.ts';
import { folds } from './example.ts';

describe('keysRead', () => {
  it('has the folders of the outputs that the inputs are', () => {
    expect(keysRead(satisfaction, 'evaluate')).toEqual([
      'artifacts/satisfaction/train/model/*',
      'artifacts/satisfaction/clean/test/*',
    ]);
  });

  it('has the folders of a file parameter for the step that reads it, and of no other', () => {
    expect(keysRead(folds, 'cut')).toEqual(['incoming/folds/*', 'artifacts/folds/params/source/*']);
    expect(keysRead(satisfaction, 'clean')).toEqual(['artifacts/satisfaction/ingest/rows/*']);
  });

  it('goes through maps: an item lies in its list, a gathered list in what the body gave', () => {
    expect(keysRead(folds, 'fit')).toEqual(['artifacts/folds/cut/parts/*']);
    expect(keysRead(folds, 'merge')).toEqual(['artifacts/folds/fit/fitted/*']);
  });

  it('has nothing of scalars, which lie in the records', () => {
    expect(keysRead(satisfaction, 'gate')).toEqual(['artifacts/satisfaction/evaluate/metrics/*']);
  });
});

describe('keysMade', () => {
  it('has a folder an output that is an artifact', () => {
    expect(keysMade(folds, 'cut')).toEqual(['artifacts/folds/cut/parts/*']);
    expect(keysMade(satisfaction, 'release')).toEqual([]);
  });
});

describe('fileKeys', () => {
  it('has the folders of all file parameters', () => {
    expect(fileKeys(folds)).toEqual([
      'incoming/folds/*',
      'artifacts/folds/params/source/*',
      'artifacts/folds/params/other/*',
    ]);
  });
});

describe('indexFiles', () => {
  it('has the index files of Distributed Maps with who writes them', () => {
    expect(indexFiles(folds.nodes)).toEqual([{ step: 'cut', key: 'runs/*/indices/cut.parts.json' }]);
  });

  it('has none of maps that run inline', () => {
    expect(indexFiles(satisfaction.nodes)).toEqual([]);
  });
});
