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
beforeEach(async () => {
  records = openSqliteRecords(':memory:');
  [printed, asked] = [[], []];
  await records.runs.create(underWay);
});
afterEach(() => records.close());

/** Follows the log while things happen between the looks; answers the lines told. */
async function follow(step: string | undefined, ...meanwhile: (() => Promise<unknown>)[]): Promise<string[]> {
  const told: string[] = [];
  const lines = {
    delayMs: 8_000,
    read: async (_run: unknown, _steps: unknown, sinceMs: number) => {
      asked.push(sinceMs);
      return { lines: printed, gone: [{ step: 'train', place: 'there' }] };
    },
  };
  let nowMs = 1_000;
  await followLog(
    {
      stack: { records, printed: lines },
      now: () => nowMs,
      sleep: async (delayMs) => {
        nowMs += delayMs;
        await meanwhile.shift()?.();
      },
      tell: (found) => told.push(...found.lines.map(({ text }) => text), ...found.gone.map(({ place }) => place)),
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

    expect(told).toEqual(['run of orders on local', 'there', 'began', 'first', 'completed', 'completed', 'late']);
  });

  it('tells of one step alone', async () => {
    const told = await follow(
      'ingest',
      begin,
      () => say({ ...print, step: 'train' }),
      () => say(print),
      end,
    );

    expect(told).toEqual(['there', 'began', 'first', 'completed']);
  });

  it('asks again for no more than may be new', async () => {
    await follow(undefined, begin, end);

    expect(asked.at(0)).toBe(-Infinity);
    expect(asked.at(1)).toBe(1_000 - 60_000);
  });
});
