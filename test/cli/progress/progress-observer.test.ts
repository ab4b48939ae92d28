import { describe, expect, it } from 'vitest';
import { progressObserver } from '../../../src/cli/progress/progress-observer.ts';
import { runOf, stepOf } from '../records.ts';

function progress(screen: { isTerminal: boolean; hasColor: boolean }): string {
  let written = '';
  const observer = progressObserver({ write: (text) => (written += text), ...screen });
  observer.runStarted(runOf());
  observer.stepStarted({ run: 'a', key: 'ingest', node: 'ingest', attempt: 0 });
  observer.stepEnded(stepOf({ status: 'cached' }));
  const error = { code: 'data.empty', message: 'no rows', mend: 'add rows' } as const;
  observer.stepEnded(stepOf({ key: 'train', status: 'failed', attempt: 1, error }));
  observer.runEnded(runOf({ status: 'failed' }));
  return written;
}

describe('progressObserver', () => {
  it('prints plain lines where nobody looks on', () => {
    expect(progress({ isTerminal: false, hasColor: false }).split('\n')).toEqual([
      `run ${'a'.repeat(32)} of orders on local`,
      '= ingest  cached       200 ms',
      '✗ train   failed       200 ms  attempt 2  no rows',
      '',
    ]);
  });

  it('draws the running steps on a terminal, over the same line', () => {
    expect(progress({ isTerminal: true, hasColor: false })).toContain('\r\u001B[2K… ingest\r\u001B[2K= ingest');
  });

  it('colours only when asked to', () => {
    expect(progress({ isTerminal: true, hasColor: true })).toContain('\u001B[31m✗\u001B[0m train');
  });
});

describe('progressObserver of a map', () => {
  const item = (index: number, changes = {}) =>
    stepOf({ key: `fit@folds#${index}`, node: 'fit', startedAtMs: 1_000 + index, ...changes });

  function drawn(isTerminal: boolean): string {
    let written = '';
    const observer = progressObserver({ write: (text) => (written += text), isTerminal, hasColor: false });
    for (let index = 0; index < 3; index++) {
      observer.stepStarted(item(index));
      observer.stepEnded(item(index, index === 2 ? { status: 'cached', endedAtMs: 3_000 } : {}));
    }
    observer.stepStarted(stepOf({ key: 'total', node: 'total' }));
    observer.stepEnded(stepOf({ key: 'total', node: 'total' }));
    return written;
  }

  it('says in one line how all items ended', () => {
    expect(drawn(false).split('\n')).toEqual([
      '✓ fit  completed     2.0 s  3 items, 1 cached',
      '✓ total  completed    200 ms',
      '',
    ]);
  });

  it('counts the items on a terminal as they end', () => {
    expect(drawn(true)).toContain('… fit (2 done)');
  });

  it('names the item that failed', () => {
    let written = '';
    const observer = progressObserver({ write: (text) => (written += text), isTerminal: false, hasColor: false });
    observer.stepEnded(item(0));
    observer.stepEnded(item(1, { status: 'failed' }));
    expect(written).toMatch(/^✓ fit .* 1 item\n✗ fit@folds#1 {2}failed .*\n$/);
  });
});

describe('progressObserver of a step that tells how far it is', () => {
  function drawn(isTerminal: boolean, times: readonly number[]): string {
    let written = '';
    let now = 0;
    const screen = { write: (text: string) => void (written += text), isTerminal, hasColor: false, now: () => now };
    const observer = progressObserver(screen);
    const step = { run: 'a', key: 'ingest', node: 'ingest', attempt: 0 };
    observer.stepStarted(step);
    for (const [index, atMs] of times.entries()) {
      now = atMs;
      observer.stepProgressed(step, index + 1, 4);
    }
    return written;
  }

  it('draws a bar on a terminal, ten times a second at most', () => {
    const bars = drawn(true, [50, 100, 150, 199, 200]).match(/\d+ %/g);
    expect(bars).toEqual(['50 %', '100 %']);
  });

  it('is quiet elsewhere', () => {
    expect(drawn(false, [100, 200, 300])).toBe('');
  });
});
