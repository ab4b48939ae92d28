import { describe, expect, it } from 'vitest';
import { BUILT_IN_STACKS } from '../../../src/stacks/definitions/built-in-stacks.ts';
import {
  allStacks,
  deleteStack,
  findStack,
  NO_STACKS,
  registerStack,
  setStack,
} from '../../../src/stacks/definitions/stacks-document.ts';

const definition = { ...BUILT_IN_STACKS['local']!, home: '/data' };
const withTeam = registerStack(NO_STACKS, { name: 'team', definition });

describe('the stacks of a home', () => {
  it('are the built-in ones and those registered, by name', () => {
    const both = registerStack(withTeam, { name: 'archive', definition });

    expect(allStacks(both).map(({ name }) => name)).toEqual(['local', 'localstack', 'aws', 'archive', 'team']);
    expect(findStack(both, 'team')).toEqual({ name: 'team', definition });
    expect(both.active).toBe('local');
  });

  it.each(['team', 'local'])('are not changed by registering %s again', (name) => {
    expect(() => registerStack(withTeam, { name, definition })).toThrow(
      expect.objectContaining({ code: 'stack.name-taken' }),
    );
  });

  it.each(['', 'Team', 'a b', '-a', '../a', '__proto__', 'a'.repeat(41)])('are not named “%s”', (name) => {
    expect(() => registerStack(NO_STACKS, { name, definition })).toThrow(
      expect.objectContaining({ code: 'stack.bad-name' }),
    );
  });

  it('have one that is active, which can be any of them', () => {
    expect(setStack(withTeam, 'team').active).toBe('team');
    expect(setStack(withTeam, 'aws').active).toBe('aws');
    expect(() => setStack(withTeam, 'taem')).toThrow(
      expect.objectContaining({
        code: 'stack.unknown',
        facts: expect.objectContaining({ mend: 'did you mean team?' }),
      }),
    );
  });

  it('can be deleted unless built in or active', () => {
    expect(deleteStack(withTeam, 'team')).toEqual(NO_STACKS);
    expect(() => deleteStack(setStack(withTeam, 'team'), 'team')).toThrow(
      expect.objectContaining({ code: 'stack.active' }),
    );
    expect(() => deleteStack(withTeam, 'aws')).toThrow(expect.objectContaining({ code: 'stack.built-in' }));
    expect(() => deleteStack(withTeam, 'other')).toThrow(expect.objectContaining({ code: 'stack.unknown' }));
  });
});
