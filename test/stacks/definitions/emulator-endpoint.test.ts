import { describe, expect, it } from 'vitest';
import { BUILT_IN_STACKS } from '../../../src/stacks/definitions/built-in-stacks.ts';
import { atEmulator, emulatorEndpoint } from '../../../src/stacks/definitions/emulator-endpoint.ts';

const at = (endpoint: string) => ({ AWS_ENDPOINT_URL: endpoint });
const refused = expect.objectContaining({ code: 'localstack.not-an-emulator' });

describe('emulatorEndpoint', () => {
  it('is the port that emulators take, unless the environment names another', () => {
    expect(emulatorEndpoint({})).toBe('http://127.0.0.1:4566');
  });

  it.each(['http://127.0.0.1:4567', 'http://localhost:4566', 'http://[::1]:4566'])('takes %s', (endpoint) => {
    expect(emulatorEndpoint(at(endpoint))).toBe(endpoint);
    expect(emulatorEndpoint(at(`${endpoint}/`))).toBe(endpoint);
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
    expect(() => emulatorEndpoint(at(endpoint))).toThrow(refused);
  });
});

describe('atEmulator', () => {
  const stack = (name: string) => ({ name, definition: BUILT_IN_STACKS[name]! });

  it('puts localstack where npm run localstack deploys', () => {
    expect(atEmulator(stack('localstack'), at('http://127.0.0.1:4567')).definition).toEqual({
      ...BUILT_IN_STACKS['localstack'],
      endpoint: 'http://127.0.0.1:4567',
    });
  });

  it('never puts it on another machine', () => {
    expect(() => atEmulator(stack('localstack'), at('http://example.com:4566'))).toThrow(refused);
  });

  it.each(['local', 'aws'])('leaves %s where it is', (name) => {
    expect(atEmulator(stack(name), at('http://example.com'))).toEqual(stack(name));
  });
});
