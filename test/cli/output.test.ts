import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../src/cli/output.ts';

/** A stream that keeps what is written, and fails when told to. */
class FakeStream extends EventEmitter {
  readonly texts: string[] = [];
  write(text: string): boolean {
    return this.texts.push(text) > 0;
  }
  fail(code: string): void {
    this.emit('error', Object.assign(new Error(`${code}: write`), { code }));
  }
}

function open() {
  const [stdout, stderr] = [new FakeStream(), new FakeStream()];
  let lostCount = 0;
  const output = openOutput(stdout, stderr, () => (lostCount += 1));
  return { ...output, stdout, stderr, lostCount: () => lostCount };
}

describe('openOutput', () => {
  it('writes results and progress to their streams', () => {
    const { out, err, stdout, stderr } = open();
    out('result');
    err('progress');
    expect([stdout.texts, stderr.texts]).toEqual([['result'], ['progress']]);
  });

  it('takes a reader that has gone for no fault', () => {
    const { stdout, stderr, lostCount } = open();
    stdout.fail('EPIPE');
    stderr.fail('EPIPE');
    expect([stderr.texts, lostCount()]).toEqual([[], 0]);
  });

  it('tells when the result is lost', () => {
    const { stdout, stderr, lostCount } = open();
    stdout.fail('ENOSPC');
    expect(stderr.texts.join('')).toContain('[cli.output-lost]');
    expect(lostCount()).toBe(1);
  });
});
