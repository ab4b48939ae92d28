import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArtifactKey } from '../../src/artifacts/check-key.ts';
import { checkKey, checkName } from '../../src/pipeline/check-name.ts';

describe('checkName', () => {
  it.each(['a', 'train', 'train-2', 'a1-b2', 'x'.repeat(40)])('takes %s', (name) => {
    expect(() => checkName(name)).not.toThrow();
  });

  it.each(['', 'Train', '1st', 'a_b', 'a--b', '-a', 'a-', 'a b', 'é', 'params', 'begin', 'x'.repeat(41)])(
    'throws pipeline.bad-name for %j',
    (name) => {
      expect(() => checkName(name)).toThrow(expect.objectContaining({ code: 'pipeline.bad-name' }));
    },
  );
});

describe('checkKey', () => {
  it.each(['a', 'testShare', 'X1', 'x'.repeat(40)])('takes %s', (key) => {
    expect(() => checkKey(key)).not.toThrow();
  });

  it.each(['', '1a', 'a-b', 'a.b', 'a b', '__proto__', 'x'.repeat(41)])('throws pipeline.bad-key for %j', (key) => {
    expect(() => checkKey(key)).toThrow(expect.objectContaining({ code: 'pipeline.bad-key' }));
  });
});

describe('names that pass', () => {
  const passes = (check: (text: string) => void) => (text: string) => {
    try {
      check(text);
      return true;
    } catch {
      return false;
    }
  };

  it('make keys of artifacts, with nothing to escape', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,45}$/).filter(passes(checkName));
    const key = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,45}$/).filter(passes(checkKey));
    fc.assert(
      fc.property(name, name, key, (pipeline, step, output) => {
        expect(() => checkArtifactKey(`artifacts/${pipeline}/${step}/${output}/${'0'.repeat(64)}`)).not.toThrow();
      }),
    );
  });
});
