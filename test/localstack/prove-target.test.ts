import { describe, expect, it } from 'vitest';
import { proveTarget } from '../../localstack/prove-target.ts';

describe('proveTarget', () => {
  it("accepts the emulators' account", () => {
    expect(() => proveTarget('http://127.0.0.1:4566', '000000000000')).not.toThrow();
  });

  it.each(['123456789012', '', undefined])('refuses account %s, even on this machine', (account) => {
    expect(() => proveTarget('http://127.0.0.1:4566', account)).toThrow(
      expect.objectContaining({ code: 'localstack.not-an-emulator' }),
    );
  });
});
