import { describe, expect, it } from 'vitest';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { newId } from './samples.ts';

export function queueCases(open: OpenRecords): void {
  describe('queues of runs', () => {
    const records = openedEach(open);

    it('are empty while nobody came', async () => {
      await expect(records().store.queues.get(newId())).resolves.toEqual({ sequence: 0, runs: [] });
    });

    it('are kept in order, each pipeline its own', async () => {
      const { queues } = records().store;
      const [one, other] = [newId(), newId()];

      await expect(queues.replace(one, { sequence: 1, runs: ['b', 'a'] })).resolves.toBe(true);
      await expect(queues.replace(one, { sequence: 2, runs: ['a', 'b', 'c'] })).resolves.toBe(true);

      await expect(queues.get(one)).resolves.toEqual({ sequence: 2, runs: ['a', 'b', 'c'] });
      await expect(queues.get(other)).resolves.toEqual({ sequence: 0, runs: [] });
    });

    it('may become empty again', async () => {
      const { queues } = records().store;
      const pipeline = newId();
      await queues.replace(pipeline, { sequence: 1, runs: ['a'] });

      await expect(queues.replace(pipeline, { sequence: 2, runs: [] })).resolves.toBe(true);

      await expect(queues.get(pipeline)).resolves.toEqual({ sequence: 2, runs: [] });
    });

    it.each([1, 3])('stay as they are when they moved on: from 1 to %d', async (sequence) => {
      const { queues } = records().store;
      const pipeline = newId();
      await queues.replace(pipeline, { sequence: 1, runs: ['a'] });

      await expect(queues.replace(pipeline, { sequence, runs: ['b'] })).resolves.toBe(false);

      await expect(queues.get(pipeline)).resolves.toEqual({ sequence: 1, runs: ['a'] });
    });

    it('are changed by one of all that try at once', async () => {
      const pipeline = newId();

      const changed = await inParallel(records(), (store, index) =>
        store.queues.replace(pipeline, { sequence: 1, runs: [`run-${index}`] }),
      );

      expect(changed.filter(Boolean)).toHaveLength(1);
      await expect(records().store.queues.get(pipeline)).resolves.toEqual({
        sequence: 1,
        runs: [`run-${changed.indexOf(true)}`],
      });
    });
  });
}
