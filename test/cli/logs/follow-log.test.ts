import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followLog } from '../../../src/cli/logs/follow-log.ts';
import type { PrintedLine } from '../../../src/runs/printed/printed-line.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { runOf, stepOf } from '../records.ts';

const print: PrintedLine = { step: 'ingest', attempt: 0, sequence: 0, atMs: 1_050, level: 'info', text: 'first' };
const { endedAtMs: _runEnd, ...underWay } = runOf({ status: 'running' });
const { endedAtMs: _stepEnd, ...begun } = stepOf({ status: 'running' });

let records: RecordStore;
let printed: PrintedLine[];
let asked: number[];
let looksMs: number[];
let nowMs: number;
beforeEach(async () => {
  records = openSqliteRecords(':memory:');
  [printed, asked, looksMs] = [[], [], []];
  await records.runs.create(underWay);
});
afterEach(() => records.close());

/** Follows the log while things happen between the looks; answers the lines told. */
async function follow(step: string | undefined, ...meanwhile: (() => Promise<unknown>)[]): Promise<string[]> {
  const told: string[] = [];
  const lines = {
    delayMs: 8_000,
    pollMs: 3_000,
    read: async (_run: unknown, _steps: unknown, sinceMs: number) => {
      asked.push(sinceMs);
      looksMs.push(nowMs);
      return { lines: printed, gone: [{ step: 'train', place: 'there' }], cut: [{ step: 'ingest', place: 'here' }] };
    },
  };
  nowMs = 1_000;
  await followLog(
    {
      stack: { records, printed: lines },
      now: () => nowMs,
      sleep: async (delayMs) => {
        nowMs += delayMs;
        await meanwhile.shift()?.();
      },
      tell: (found) =>
        told.push(...found.lines.map(({ text }) => text), ...[...found.gone, ...found.cut].map(({ place }) => place)),
    },
    underWay,
    { sinceMs: -Infinity, ...(step === undefined ? {} : { step }) },
  );
  return told;
}

const begin = () => records.steps.begin(begun);
const say = async (line: PrintedLine) => void printed.push(line);
const end = async () => {
  await records.steps.commit(stepOf());
  await records.runs.finish(underWay.id, { status: 'completed', endedAtMs: 3_500 });
};

describe('followLog', () => {
  it('tells each line once as it comes, also one that is found after the end', async () => {
    const late = { ...print, sequence: 1, text: 'late' };

    const told = await follow(
      undefined,
      begin,
      () => say(print),
      end,
      () => say(late),
    );

    expect(told).toEqual([
      'run of orders on local',
      'there',
      'here',
      'began',
      'first',
      'completed',
      'completed',
      'late',
    ]);
  });

  it('tells of one step alone', async () => {
    const told = await follow(
      'ingest',
      begin,
      () => say({ ...print, step: 'train' }),
      () => say(print),
      end,
    );

    expect(told).toEqual(['there', 'here', 'began', 'first', 'completed']);
  });

  it('asks again from where it looked last, however long a step has run, less what clocks and logs are late', async () => {
    await follow(undefined, begin, async () => undefined, end);

    expect(asked).toEqual([-Infinity, ...looksMs.slice(0, -1).map((lookMs) => lookMs - 8_000 - 60_000)]);
  });

  it('looks as often as is good for the stack, and for the last time when the last line must have come', async () => {
    await follow(undefined, begin, end);

    expect(looksMs).toEqual([1_000, 4_000, 7_000, 10_000, 11_500]);
  });
});
