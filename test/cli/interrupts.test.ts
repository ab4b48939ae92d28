import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { interruptsOf } from '../../src/cli/interrupts.ts';

function open() {
  const process = new EventEmitter();
  let actedCount = 0;
  const interrupts = interruptsOf(process);
  const forget = interrupts.onInterrupt(() => (actedCount += 1));
  return { process, forget, exitCode: interrupts.exitCode, actedCount: () => actedCount };
}

describe('interruptsOf', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('acts once on %s and tells of it as a shell does', (signal, code) => {
    const { process, exitCode, actedCount } = open();
    process.emit(signal, signal);
    expect([actedCount(), exitCode()]).toEqual([1, code]);
    expect(process.listenerCount(signal)).toBe(0); // so that the next one ends the process
  });

  it('has no exit code of its own when there was no signal, and leaves nothing behind', () => {
    const { process, forget, exitCode } = open();
    forget();
    expect(process.eventNames()).toEqual([]);
    expect(exitCode()).toBeUndefined();
  });
});
