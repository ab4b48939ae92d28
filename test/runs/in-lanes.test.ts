import { describe, expect, it } from 'vitest';
import { inLanes } from '../../src/runs/in-lanes.ts';

const yields = () => new Promise((resolve) => setImmediate(resolve));

describe('inLanes', () => {
  it('answers in the order of the items, at most 32 under way at once', async () => {
    let underWay = 0;
    let most = 0;
    const items = Array.from({ length: 200 }, (_, index) => index);

    const done = await inLanes(items, async (item) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await yields();
      underWay -= 1;
      return item * 2;
    });

    expect(done).toEqual(items.map((item) => item * 2));
    expect(most).toBe(32);
  });

  it('has nothing to do for no items', async () => {
    expect(await inLanes([], async () => 1)).toEqual([]);
  });

  it('rejects with the error of an item', async () => {
    const work = async (item: number) => {
      if (item === 3) throw new Error('third');
    };
    await expect(inLanes([1, 2, 3, 4], work)).rejects.toThrow('third');
  });
});
