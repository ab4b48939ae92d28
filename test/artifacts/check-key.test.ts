import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArtifactKey, checkPrefix } from '../../src/artifacts/check-key.ts';

const refusal = expect.objectContaining({ code: 'artifact.bad-key' });

describe('checkArtifactKey', () => {
  it('takes keys of every artifact there is', () => {
    const sha256 = 'a1'.repeat(32);
    expect(() => checkArtifactKey(`artifacts/customer-satisfaction/train/model/${sha256}`)).not.toThrow();
    expect(() => checkArtifactKey('runs/0f/artifacts/model/MLmodel')).not.toThrow();
  });

  it('refuses parts and keys that some store cannot hold', () => {
    expect(() => checkArtifactKey('a'.repeat(255))).not.toThrow();
    expect(() => checkArtifactKey('a'.repeat(256))).toThrow(refusal);
    expect(() => checkArtifactKey(Array.from({ length: 512 }, () => 'a').join('/'))).not.toThrow();
    expect(() => checkArtifactKey(Array.from({ length: 514 }, () => 'a').join('/'))).toThrow(refusal);
  });

  it('takes no key that leads out of its folder', () => {
    const part = fc.constantFrom('..', '.', '', 'a', '...', '.tmp', 'b');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const leadsOut = parts[0] === '.tmp' || parts.some((each) => ['..', '.', ''].includes(each));
        expect(isRefused(parts.join('/'))).toBe(leadsOut);
      }),
    );
  });
});

describe('checkPrefix', () => {
  it.each(['', 'a', 'a/', 'a/b', 'a/.', 'a/..', 'artifacts/x/y@z#1/'])('takes %j', (prefix) => {
    expect(() => checkPrefix(prefix)).not.toThrow();
  });

  it.each(['/', '../', 'a//', 'a/../b', 'a?', 'a b'])('refuses %j', (prefix) => {
    expect(() => checkPrefix(prefix)).toThrow(refusal);
  });
});

function isRefused(key: string): boolean {
  try {
    checkArtifactKey(key);
    return false;
  } catch {
    return true;
  }
}
