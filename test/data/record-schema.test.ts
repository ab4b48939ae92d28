import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { recordSchema } from '../../src/data/record-schema.ts';

const counts = recordSchema(v.number());

describe('recordSchema', () => {
  it('keeps every name, whatever it is', () => {
    const name = fc.oneof(fc.string(), fc.constantFrom('prototype', 'constructor', '__proto__'));
    fc.assert(
      fc.property(fc.dictionary(name, fc.integer()), (given) => {
        expect(v.parse(counts, given)).toEqual({ ...given });
      }),
    );
  });

  it('keeps a name of the prototype as one of its own', () => {
    const given = JSON.parse('{"__proto__": 1}');

    expect(Object.entries(v.parse(counts, given))).toEqual([['__proto__', 1]]);
  });

  it.each([[[1]], [null], [1], ['text']])('refuses %j, which is no object', (given) => {
    expect(v.is(counts, given)).toBe(false);
  });

  it('names the place of a wrong value, however deep', () => {
    const nested = v.object({ stacks: recordSchema(v.object({ region: v.string() })) });

    const { issues } = v.safeParse(nested, { stacks: { team: { region: 1 } } });

    expect(issues?.map((issue) => [v.getDotPath(issue), issue.message])).toEqual([
      ['stacks.team.region', 'Invalid type: Expected string but received 1'],
    ]);
  });
});
