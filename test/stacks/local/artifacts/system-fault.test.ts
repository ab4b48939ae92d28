import { describe, expect, it } from 'vitest';
import { throwReadFault, throwWriteFault } from '../../../../src/stacks/local/artifacts/system-fault.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: it would not`), { code, syscall: 'write', errno: -1 });
}

describe('throwWriteFault', () => {
  it.each([
    ['ENOSPC', /free space on the disk/],
    ['EDQUOT', /quota/],
    ['EACCES', /the right to read and write/],
    ['EROFS', /a disk that can be written/],
    ['EFBIG', /ulimit -f/],
    ['EIO', /look at the disk/],
  ])('says what helps against %s', (code, mend) => {
    const error = systemError(code);
    expect(() => throwWriteFault('/store/a', error)).toThrow(
      expect.objectContaining({
        code: 'artifact.write-failed',
        cause: error,
        facts: expect.objectContaining({ seen: `/store/a: ${error.message}`, mend: expect.stringMatching(mend) }),
      }),
    );
  });

  it('throws any other error as it is', () => {
    const error = new TypeError('a mistake');
    expect(() => throwWriteFault('/store/a', error)).toThrow(error);
  });
});

describe('throwReadFault', () => {
  it('says what helps', () => {
    expect(() => throwReadFault('/store/a', systemError('EACCES'))).toThrow(
      expect.objectContaining({ code: 'artifact.read-failed' }),
    );
  });

  it('throws any other error as it is', () => {
    const error = new TypeError('a mistake');
    expect(() => throwReadFault('/store/a', error)).toThrow(error);
  });
});
