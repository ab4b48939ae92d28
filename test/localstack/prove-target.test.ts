import { describe, expect, it } from 'vitest';
import { proveTarget } from '../../localstack/prove-target.ts';

const refused = expect.objectContaining({ code: 'localstack.not-an-emulator' });

describe('proveTarget', () => {
  it.each(['http://127.0.0.1:4566', 'http://localhost:4566', 'http://[::1]:4566'])('accepts %s', (endpoint) => {
    expect(() => proveTarget(endpoint, '000000000000')).not.toThrow();
  });

  it.each([
    'https://sts.amazonaws.com',
    'http://127.0.0.1.example.com:4566',
    'http://127.0.0.1@example.com:4566',
    'http://localhost@example.com',
    'http://0.0.0.0:4566',
    'not a URL',
    '',
  ])('refuses %s', (endpoint) => {
    expect(() => proveTarget(endpoint, '000000000000')).toThrow(refused);
  });

  it.each(['123456789012', '', undefined])('refuses account %s, even on this machine', (account) => {
    expect(() => proveTarget('http://127.0.0.1:4566', account)).toThrow(refused);
  });
});
