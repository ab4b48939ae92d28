import { describe, expect, it } from 'vitest';
import { loopbackGuard } from '../../src/api/loopback-guard.ts';

const ask = (port: number, headers: Record<string, string>) => () => loopbackGuard(port)(new Headers(headers));
const refusal = (seen: string) =>
  expect.objectContaining({ code: 'api.host-refused', facts: expect.objectContaining({ seen }) });

describe('loopbackGuard', () => {
  it.each(['127.0.0.1:8080', 'localhost:8080', 'LocalHost:8080', '[::1]:8080'])('lets %s in', (host) => {
    expect(ask(8080, { host })).not.toThrow();
  });

  it('lets a host without a port in on port 80', () => {
    expect(ask(80, { host: 'localhost' })).not.toThrow();
  });

  it.each([
    '',
    'localhost',
    'localhost:8081',
    'evil.example:8080',
    '127.0.0.1.evil.example:8080',
    'localhost:8080@evil.example',
  ])('refuses the host %j', (host) => {
    expect(ask(8080, { host })).toThrow(refusal(`Host: ${host}`));
  });

  it.each(['http://localhost:5173', 'http://127.0.0.1:8080', 'https://[::1]'])('lets the origin %s in', (origin) => {
    expect(ask(8080, { host: 'localhost:8080', origin })).not.toThrow();
  });

  it.each(['http://evil.example', 'http://localhost.evil.example', 'null', ''])('refuses the origin %j', (origin) => {
    expect(ask(8080, { host: 'localhost:8080', origin })).toThrow(refusal(`Origin: ${origin}`));
  });
});
