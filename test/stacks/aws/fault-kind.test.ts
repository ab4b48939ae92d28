import { describe, expect, it } from 'vitest';
import { faultKind } from '../../../src/stacks/aws/fault-kind.ts';
import { fault, networkFault } from './sample-fault.ts';

describe('faultKind', () => {
  it('goes by the name before the status: credentials that expired are answered with 403, too', () => {
    expect(faultKind(fault('ExpiredToken', 403))).toBe('credentials-refused');
    expect(faultKind(fault('SlowDown', 403))).toBe('passing');
  });

  it('goes by the status where there is no name, as in the answer to a HEAD request', () => {
    expect(faultKind(fault('Unknown', 403))).toBe('denied');
    expect(faultKind(fault('Unknown', 500))).toBe('passing');
  });

  it('takes a clock that is wrong for what it is to AWS: credentials that cannot be checked', () => {
    expect(faultKind(fault('RequestTimeTooSkewed', 403))).toBe('credentials-refused');
  });

  it('takes a success that could not be read for the answer of something else', () => {
    expect(faultKind(fault('SyntaxError', 200))).toBe('bad-answer');
    expect(faultKind(fault('TimeoutError', 200))).toBe('passing');
  });

  it.each([
    fault('ResourceNotFoundException', 400),
    fault('Unknown', 404),
    networkFault('ENOENT'),
    new Error('Region'),
  ])('leaves the meaning of %s to whoever asked', (error) => {
    expect(faultKind(error)).toBeUndefined();
  });
});
