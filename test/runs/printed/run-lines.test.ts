import { describe, expect, it } from 'vitest';
import { runLines } from '../../../src/runs/printed/run-lines.ts';
import { runOf, stepOf } from '../../cli/records.ts';

const shown = (...[run, steps, printed]: Parameters<typeof runLines>) =>
  runLines(run, steps, printed).map(({ atMs, step, kind, text }) => [atMs, step, kind, text]);
const print = { step: 'ingest', attempt: 0, level: 'info' } as const;

describe('runLines', () => {
  it('says in the order of time what was printed, logged and done, in turn where the time is the same', () => {
    const log = {
      parameters: { rows: '3' },
      metrics: [
        { key: 'loss', value: 0.5, step: 0 },
        { key: 'loss', value: 0.25, step: 1 },
      ],
      tags: { source: 'shop' },
    };
    const { endedAtMs: _ended, ...running } = stepOf({ key: 'train', startedAtMs: 1_200, status: 'running' });
    const lines = shown(
      runOf({ endedAtMs: 1_200 }),
      [running, stepOf({ log })],
      [
        { ...print, sequence: 0, atMs: 1_000, text: 'reading' },
        { ...print, sequence: 1, atMs: 1_150, text: 'read' },
      ],
    );

    expect(lines).toEqual([
      [1_000, null, 'began', 'run of orders on local'],
      [1_000, 'ingest', 'began', 'began'],
      [1_000, 'ingest', 'printed', 'reading'],
      [1_150, 'ingest', 'printed', 'read'],
      [1_200, 'ingest', 'logged', 'parameter rows = 3'],
      [1_200, 'ingest', 'logged', 'metric loss = 0.5'],
      [1_200, 'ingest', 'logged', 'metric loss at 1 = 0.25'],
      [1_200, 'ingest', 'logged', 'tag source = shop'],
      [1_200, 'ingest', 'ended', 'completed'],
      [1_200, 'train', 'began', 'began'],
      [1_200, null, 'ended', 'completed'],
    ]);
  });

  it('says why something failed, which attempt it was, and what was reused', () => {
    const error = { code: 'data.file-missing', message: 'no such file', seen: 'a.csv', mend: 'bring it' } as const;
    const lines = shown(
      runOf({ status: 'failed', error }),
      [
        stepOf({ status: 'cached', cachedFrom: 'bbb' }),
        stepOf({ key: 'train', startedAtMs: 1_300, endedAtMs: 1_400, attempt: 1, status: 'failed', error }),
      ],
      [],
    ).map(([, , , text]) => text);

    expect(lines).toEqual([
      'run of orders on local',
      'began',
      'reused what run bbb made',
      'began again, attempt 2',
      'failed: no such file: a.csv [data.file-missing]',
      'failed: no such file: a.csv [data.file-missing]',
    ]);
  });

  it('marks every line apart, the same way each time', () => {
    const make = () =>
      runLines(
        runOf(),
        [stepOf(), stepOf({ key: 'train' })],
        [0, 1].map((sequence) => ({ ...print, sequence, atMs: 1_100, text: 'same' })),
      ).map(({ mark }) => mark);

    expect(new Set(make()).size).toBe(8);
    expect(make()).toEqual(make());
  });
});
