import { describe, expect, it } from 'vitest';
import { isDead, type Surroundings } from '../../src/runs/lease.ts';
import { runSample } from '../conformance/record-store/samples.ts';

const here: Surroundings = { now: () => 1_000, host: 'here', isAlive: (pid) => pid === 1 };
const lease = { leaseUntilMs: 1_001 };

describe('isDead', () => {
  it.each([
    ['has a lease and a process that lives', { ...lease, process: { host: 'here', pid: 1 } }],
    ['has a lease on another host, whatever lives here', { ...lease, process: { host: 'there', pid: 2 } }],
    ['has a lease and names no process', lease],
    ['has ended', { leaseUntilMs: 0, process: { host: 'here', pid: 2 }, status: 'completed' as const }],
  ])('does not hold for a run that %s', (_why, changes) => {
    expect(isDead(runSample(changes), here)).toBe(false);
  });

  it('does not hold for a run that is in no process, as on Step Functions', () => {
    const { leaseUntilMs: _lease, ...run } = runSample();

    expect(isDead(run, here)).toBe(false);
  });

  it.each([
    ['had a process of this host that is gone', { ...lease, process: { host: 'here', pid: 2 } }],
    ['let its lease run out on another host', { leaseUntilMs: 1_000, process: { host: 'there', pid: 1 } }],
    [
      'let its lease run out, its number being another process now',
      { leaseUntilMs: 9, process: { host: 'here', pid: 1 } },
    ],
  ])('holds for a run that %s', (_why, changes) => {
    expect(isDead(runSample(changes), here)).toBe(true);
  });
});
