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
      'failed in 2.5 s',
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
