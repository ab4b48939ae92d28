import { describe, expect, it } from 'vitest';
import { apiUrl, tokenApiUrl } from '../../../src/stacks/aws/api-url.ts';

const outputs = { ApiUrl: 'https://abc.execute-api.eu-west-1.amazonaws.com/v1/', ApiId: 'abc' };
const service = { name: 'sluice', id: 'arn', status: 'UPDATE_COMPLETE', outputs };
const tokenOutputs = { TokenApiUrl: 'https://def.execute-api.eu-west-1.amazonaws.com/v1/', TokenApiId: 'def' };
const withTokens = { ...service, outputs: { ...outputs, ...tokenOutputs } };
const EMULATOR = 'http://127.0.0.1:4566';

describe('apiUrl', () => {
  it("is the deployed one on AWS, and under the emulator's own host on an emulator", () => {
    expect(apiUrl(service, 'Api', undefined)).toBe('https://abc.execute-api.eu-west-1.amazonaws.com/v1');
    expect(apiUrl(service, 'Api', EMULATOR)).toBe(`${EMULATOR}/restapis/abc/v1/_user_request_`);
  });

  it('throws stack.not-deployed for a service that has none', () => {
    const broken = { ...service, outputs: {} };
    expect(() => apiUrl(broken, 'Api', undefined)).toThrow(expect.objectContaining({ code: 'stack.not-deployed' }));
  });
});

describe('tokenApiUrl', () => {
  it('is that of the API for tokens, where there is one', () => {
    expect(tokenApiUrl(withTokens, undefined)).toBe('https://def.execute-api.eu-west-1.amazonaws.com/v1');
    expect(tokenApiUrl(withTokens, EMULATOR)).toBe(`${EMULATOR}/restapis/def/v1/_user_request_`);
    expect(tokenApiUrl(service, undefined)).toBeUndefined();
  });
});
