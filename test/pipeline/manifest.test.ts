import { describe, expect, it } from 'vitest';
import { manifestOf } from '../../src/pipeline/manifest.ts';
import { satisfaction } from './example.ts';

describe('manifestOf', () => {
  it('is plain data: the pipeline without its code, with the hashes of that', () => {
    const manifest = manifestOf(satisfaction, { train: 'hash' });

    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
    expect(manifest).toMatchObject({
      v: 1,
      pipeline: 'satisfaction',
      nodes: satisfaction.nodes,
      code: { train: 'hash' },
    });
    expect(manifest).not.toHaveProperty('steps');
  });
});
