import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollbackTarget } from '../../../src/tracking/release/rollback-target.ts';

type Change = { kind: 'promote' | 'rollback'; champion: number };

async function* newestFirst(changes: readonly Change[]) {
  yield* changes.toReversed();
}

/** What served, as a stack of versions: the simplest statement of the rule. */
function serve(actions: readonly (number | 'rollback')[]) {
  const stack: number[] = [];
  const changes: Change[] = [];
  for (const action of actions) {
    if (action === 'rollback' && stack.length < 2) continue;
    if (action === 'rollback') stack.pop();
    else stack.push(action);
    changes.push({ kind: action === 'rollback' ? 'rollback' : 'promote', champion: stack.at(-1)! });
  }
  return { stack, changes };
}

describe('rollbackTarget', () => {
  it.each([
    [[1, 2, 3], 2],
    [[1, 2, 3, 'rollback'], 1],
    [[1, 2, 3, 'rollback', 4], 2],
    [[1, 2, 3, 'rollback', 'rollback', 4], 1],
    [[1], undefined],
    [[], undefined],
    [[1, 2, 'rollback'], undefined],
  ] as const)('after %j goes to %s', async (actions, target) => {
    expect(await rollbackTarget(newestFirst(serve(actions).changes))).toBe(target);
  });

  it('goes one down the stack of promotions, whatever came before', async () => {
    const promotions = fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant('promote') }, fc.constant('rollback')));
    await fc.assert(
      fc.asyncProperty(promotions, async (words) => {
        let next = 0;
        const { stack, changes } = serve(words.map((word) => (word === 'rollback' ? word : (next += 1))));
        expect(await rollbackTarget(newestFirst(changes))).toBe(stack.at(-2));
      }),
    );
  });
});
