import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/stacks/definitions/place-of.ts';

const endpoint = 'http://127.0.0.1:4566';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

describe('placeOf', () => {
  it('leaves to the environment what a stack does not say', () => {
    expect(placeOf({})).toEqual({});
    expect(placeOf({ region: 'eu-west-1', profile: 'work', endpoint: undefined })).toEqual({
      region: 'eu-west-1',
      profile: 'work',
    });
  });

  it('hands an emulator made-up credentials, unless a profile is named', () => {
    expect(placeOf({ endpoint })).toEqual({ endpoint, credentials });
    expect(placeOf({ endpoint, profile: 'emulated' })).toEqual({ endpoint, profile: 'emulated' });
  });
});
