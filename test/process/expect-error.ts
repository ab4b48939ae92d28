import { expect } from 'vitest';
import type { Ended } from './sluice-process.ts';

/** What a command that failed must have told. */
interface Expected {
  readonly exit: 1 | 2;
  readonly code: string;
  /** In what the error says: the value seen, what is allowed or how to mend it. */
  readonly says: RegExp | string;
}

/**
 * That a command called with `--json` ended with an error for people on stderr, the same in the one JSON document on
 * stdout, and no stack trace.
 */
export function expectError({ code, stdout, stderr }: Ended, expected: Expected): void {
  expect(stderr).toContain(`[${expected.code}]`);
  expect(stderr).toMatch(/^ {2}mend: {4}\S/m);
  expect(stderr + stdout).not.toMatch(/^\s+at /m);
  const { error } = JSON.parse(stdout) as { error: { code: string; message: string; mend: string } };
  expect(error).toMatchObject({ code: expected.code, message: expect.any(String), mend: expect.any(String) });
  expect(Object.values(error).join('\n')).toMatch(expected.says);
  expect(code).toBe(expected.exit);
}
