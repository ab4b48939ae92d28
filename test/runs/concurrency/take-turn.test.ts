import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Concurrency } from '../../../src/pipeline/concurrency.ts';
import { takeTurn, type TurnPlace } from '../../../src/runs/concurrency/take-turn.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import type { RunRecord } from '../../../src/tracking/run-record.ts';
import { isUnderWay } from '../../../src/tracking/rules/under-way.ts';
import { runSample } from '../../conformance/record-store/samples.ts';

let records: RecordStore;
beforeEach(() => {
  records = openSqliteRecords(':memory:');
});
afterEach(() => records.close());

const place = (concurrency: Concurrency, more: Partial<TurnPlace> = {}): TurnPlace => ({
  manifest: { concurrency },
  records,
  now: () => 9,
  ...more,
});

async function queued(pipeline = 'orders'): Promise<RunRecord> {
  const run = runSample({ status: 'queued', pipeline });
  await records.runs.create(run);
  return run;
}
const statusOf = async ({ id }: RunRecord) => (await records.runs.get(id))!.status;
const complete = ({ id }: RunRecord) => records.runs.finish(id, { status: 'completed', endedAtMs: 8 });

describe.each(['queue', 'skip', 'replace'] as const)('with %s', (concurrency) => {
  it('a run that is alone runs at once, and asking again changes nothing', async () => {
    const run = await queued();

    expect(await takeTurn(place(concurrency), run)).toEqual({ ...run, status: 'running' });
    expect(await takeTurn(place(concurrency), run)).toEqual({ ...run, status: 'running' });
  });

  it('runs of other pipelines are in nobody’s way', async () => {
    await takeTurn(place(concurrency), await queued('invoices'));

    expect(await takeTurn(place(concurrency), await queued())).toMatchObject({ status: 'running' });
  });

  it('a run that was stopped meanwhile stays so', async () => {
    const run = await queued();
    await records.runs.finish(run.id, { status: 'stopped', endedAtMs: 3 });

    expect(await takeTurn(place(concurrency), run)).toMatchObject({ status: 'stopped', endedAtMs: 3 });
  });

  it('one of many that come at once runs, however they come together', async () => {
    const runs = await Promise.all(Array.from({ length: 12 }, () => queued()));

    await Promise.all(runs.map((run) => takeTurn(place(concurrency), run)));

    const statuses = await Promise.all(runs.map(statusOf));
    expect(statuses.filter((status) => status === 'running')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'queued')).toHaveLength(concurrency === 'queue' ? 11 : 0);
  });
});

describe('a queue', () => {
  it('lets runs wait, and run one after the other in the order of asking', async () => {
    const [first, second, third] = [await queued(), await queued(), await queued()];
    for (const run of [first, second, third]) await takeTurn(place('queue'), run);
    expect(await Promise.all([first, second, third].map(statusOf))).toEqual(['running', 'queued', 'queued']);

    await complete(first);
    expect(await takeTurn(place('queue'), third)).toMatchObject({ status: 'queued' });
    expect(await takeTurn(place('queue'), second)).toMatchObject({ status: 'running' });
  });

  it('passes by a run that was stopped while it waited', async () => {
    const [first, second, third] = [await queued(), await queued(), await queued()];
    for (const run of [first, second, third]) await takeTurn(place('queue'), run);

    await records.runs.finish(second.id, { status: 'stopped', endedAtMs: 5 });
    await complete(first);

    expect(await takeTurn(place('queue'), third)).toMatchObject({ status: 'running' });
  });

  it('forgets who has ended', async () => {
    for (let count = 0; count < 5; count++) {
      const run = await queued();
      await takeTurn(place('queue'), run);
      await complete(run);
    }

    expect((await records.queues.get('orders')).runs).toHaveLength(1);
  });

  it('never has two at once nor lets one overtake, whatever happens in whatever order', async () => {
    const happenings = fc.array(
      fc.record({ what: fc.constantFrom('ask', 'look', 'end', 'stop'), who: fc.nat({ max: 7 }) }),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(happenings, fc.uuid(), async (list, pipeline) => {
        const asked: RunRecord[] = [];
        const begun: string[] = [];
        for (const { what, who } of list) {
          const run = asked[who % Math.max(1, asked.length)];
          if (what === 'ask') asked.push(await takeTurn(place('queue'), await queued(pipeline)));
          else if (run && what === 'look' && (await statusOf(run)) === 'queued') await takeTurn(place('queue'), run);
          else if (run && what === 'end' && (await statusOf(run)) === 'running') await complete(run);
          else if (run && what === 'stop') await records.runs.finish(run.id, { status: 'stopped', endedAtMs: 5 });
          const running = (await Promise.all(asked.map(({ id }) => records.runs.get(id)))).filter(
            (one) => one!.status === 'running',
          );
          expect(running.length).toBeLessThanOrEqual(1);
          if (running[0] && begun.at(-1) !== running[0].id) begun.push(running[0].id);
        }
        const order = asked.map(({ id }) => id).filter((id) => begun.includes(id));
        expect(begun).toEqual(order);
      }),
      { numRuns: 40 },
    );
  });
});

describe('skipping', () => {
  it('records a run that is not run, and which one it was left out for', async () => {
    const first = await takeTurn(place('skip'), await queued());

    const second = await takeTurn(place('skip'), await queued());

    expect(second).toMatchObject({
      status: 'stopped',
      endedAtMs: 9,
      error: { code: 'run.skipped', seen: `run ${first.id}` },
    });
    expect(await statusOf(first)).toBe('running');
  });

  it('leaves out no run once the other has ended', async () => {
    await complete(await takeTurn(place('skip'), await queued()));

    expect(await takeTurn(place('skip'), await queued())).toMatchObject({ status: 'running' });
  });
});

describe('replacing', () => {
  it('stops who is under way, with what works for it elsewhere, and runs', async () => {
    const stopped: string[] = [];
    const replacing = place('replace', { stopExecution: async ({ id }) => void stopped.push(id) });
    const first = await takeTurn(replacing, await queued());

    const second = await takeTurn(replacing, await queued());

    expect(second.status).toBe('running');
    expect(stopped).toEqual([first.id]);
    expect(await records.runs.get(first.id)).toMatchObject({
      status: 'stopped',
      error: { code: 'run.replaced', seen: `run ${second.id}` },
    });
  });

  it('leaves the newest of many under way', async () => {
    const runs: RunRecord[] = [];
    for (let count = 0; count < 4; count++) runs.push(await takeTurn(place('replace'), await queued()));

    const last = await Promise.all(runs.map(({ id }) => records.runs.get(id)));
    expect(last.map((run) => isUnderWay(run!))).toEqual([false, false, false, true]);
  });
});
