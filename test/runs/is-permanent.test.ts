import { describe, expect, it } from 'vitest';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { isPermanent } from '../../src/runs/is-permanent.ts';

const facts = { code: 'test.wrong', message: 'wrong', mend: 'turn it' } as const;

describe('isPermanent', () => {
  it.each([
    ['a coded error', new SluiceError(facts)],
    ['a mistake in code', new TypeError('x is undefined')],
    ['a name that is not there', new ReferenceError('x')],
  ])('holds for %s', (_what, error) => {
    expect(isPermanent(error)).toBe(true);
  });

  it.each([
    ['a coded error that says so', new SluiceError({ ...facts, retry: 'transient' })],
    ['any other error', new Error('connection reset')],
    ['what is no error at all', 'broken'],
  ])('does not hold for %s', (_what, error) => {
    expect(isPermanent(error)).toBe(false);
  });
});
