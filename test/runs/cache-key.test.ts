import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheKey } from '../../src/runs/cache-key.ts';

const hashes = fc.dictionary(fc.string(), fc.string(), { maxKeys: 5 });
const material = fc.tuple(
  fc.string(),
  fc.string(),
  fc.record({ code: fc.string(), parameters: hashes, inputs: hashes }),
);

describe('cacheKey', () => {
  it('differs when any part of it does', () => {
    fc.assert(
      fc.property(material, material, (left, right) => {
        expect(cacheKey(...left) === cacheKey(...right)).toBe(isDeepStrictEqual(plain(left), plain(right)));
      }),
    );
  });

  it.each([
    ['the pipeline', 'q', 's', { code: 'c', parameters: { a: '1' }, inputs: { a: '2' } }],
    ['the step', 'p', 't', { code: 'c', parameters: { a: '1' }, inputs: { a: '2' } }],
    ['the code', 'p', 's', { code: 'd', parameters: { a: '1' }, inputs: { a: '2' } }],
    ['the value of a parameter', 'p', 's', { code: 'c', parameters: { a: '3' }, inputs: { a: '2' } }],
    ['the name of a parameter', 'p', 's', { code: 'c', parameters: { b: '1' }, inputs: { a: '2' } }],
    ['an input', 'p', 's', { code: 'c', parameters: { a: '1' }, inputs: { a: '3' } }],
    ['what is parameter and what input', 'p', 's', { code: 'c', parameters: { a: '2' }, inputs: { a: '1' } }],
    ['one input more', 'p', 's', { code: 'c', parameters: { a: '1' }, inputs: { a: '2', b: '' } }],
  ])('changes with %s', (_part, pipeline, step, parts) => {
    const unchanged = cacheKey('p', 's', { code: 'c', parameters: { a: '1' }, inputs: { a: '2' } });

    expect(cacheKey(pipeline, step, parts)).not.toBe(unchanged);
  });

  it('does not change with the order in which names come', () => {
    fc.assert(
      fc.property(material, ([pipeline, step, { code, parameters, inputs }]) => {
        const turned = { inputs: reversed(inputs), parameters: reversed(parameters), code };
        expect(cacheKey(pipeline, step, turned)).toBe(cacheKey(pipeline, step, { code, parameters, inputs }));
      }),
    );
  });

  it('is the same in every place and in every version of Sluice', () => {
    expect(cacheKey('p', 's', { code: 'c', parameters: { a: '1' }, inputs: {} })).toBe(
      '48724d9ee2a51af836b278fa31298858ac03a9d3bfb1f14266f351ccf8fc308a',
    );
  });
});

/** fast-check makes dictionaries without a prototype. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function reversed(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).toReversed());
}
