import { describe, expect, it } from 'vitest';
import type { MetricPoint } from '../../../src/tracking/metric.ts';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { allPages, pageSizes, refusals, strict } from './pages.ts';
import { awkwardDoubles, newId } from './samples.ts';

const point = (timestampMs: number, step: number, value: number): MetricPoint => ({
  key: 'loss',
  timestampMs,
  step,
  value,
});

export function metricCases(open: OpenRecords): void {
  describe('metrics', () => {
    const records = openedEach(open);

    it.each(awkwardDoubles)('keep the value %s', async (value) => {
      const { store } = records();
      const run = newId();
      await store.logs.log(run, { metrics: [point(1, 1, value)] });
      const { metrics } = await store.logs.data(run);
      const { items } = await store.logs.history(run, 'loss', { limit: 1 });
      expect(metrics['loss']?.value).toBe(value);
      expect(items[0]?.value).toBe(value);
    });

    it('keep the least and the greatest step and time', async () => {
      const { store } = records();
      const run = newId();
      const metrics = [
        point(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1),
        point(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 1),
      ];
      await store.logs.log(run, { metrics });
      await expect(store.logs.history(run, 'loss', { limit: 9 })).resolves.toEqual({ items: metrics });
    });

    it.each([
      ['step', [point(9, -3, 9), point(1, -1, 1)]],
      ['time of equal steps', [point(1, 2, 9), point(2, 2, 1)]],
      ['value of equal steps and times', [point(1, 2, -1), point(1, 2, 3)]],
    ])('have the greatest %s as their latest, in whatever order they come', async (_what, [older, newer]) => {
      const { store } = records();
      const forwards = newId();
      const backwards = newId();
      const together = newId();
      for (const metric of [older!, newer!]) await store.logs.log(forwards, { metrics: [metric] });
      for (const metric of [newer!, older!]) await store.logs.log(backwards, { metrics: [metric] });
      await store.logs.log(together, { metrics: [newer!, older!] });
      for (const run of [forwards, backwards, together]) {
        await expect(store.logs.data(run)).resolves.toMatchObject({ metrics: { loss: newer } });
      }
    });

    it('have the latest of all that log at once', async () => {
      const opened = records();
      const run = newId();
      await inParallel(opened, (store, step) => store.logs.log(run, { metrics: [point(1, step, step)] }));
      await expect(opened.store.logs.data(run)).resolves.toMatchObject({ metrics: { loss: { step: 19 } } });
      const history = await allPages((page) => opened.store.logs.history(run, 'loss', page), 100);
      expect(history).toHaveLength(20);
    });

    it.each(pageSizes)('have their history by time, step and value, at %i a page', async (limit) => {
      const { store } = records();
      const run = newId();
      const history = [-2, 0, 3].flatMap((timestampMs) =>
        [-1, 0, 10].flatMap((step) =>
          [-Infinity, -1, -0, 0, 2, Number.NaN].map((value) => point(timestampMs, step, value)),
        ),
      );
      await store.logs.log(run, { metrics: history.toReversed() });
      await store.logs.log(run, { metrics: [{ ...point(0, 0, 0), key: 'loss2' }] });
      await expect(allPages((page) => store.logs.history(run, 'loss', page), limit)).resolves.toEqual(history);
    });

    it('refuse a cursor of another metric, a foreign one and a limit out of range', async () => {
      const { store } = records();
      const run = newId();
      await store.logs.log(run, { metrics: [point(1, 1, 1), point(2, 1, 1)] });
      const { next } = await store.logs.history(run, 'loss', { limit: 1 });
      await expect(refusals((page) => store.logs.history(run, 'mse', page), next!)).resolves.toEqual(strict);
    });
  });
}
