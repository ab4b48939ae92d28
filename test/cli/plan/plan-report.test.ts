import { describe, expect, it } from 'vitest';
import { formatPlan } from '../../../src/cli/plan/format-plan.ts';
import { planReport, type PlanFacts } from '../../../src/cli/plan/plan-report.ts';
import { satisfaction } from '../../pipeline/example.ts';
import { stepOf } from '../records.ts';

const facts = (changes: Partial<PlanFacts> = {}): PlanFacts => ({
  pipeline: satisfaction,
  last: undefined,
  frequency: undefined,
  items: new Map([['map', 3]]),
  ...changes,
});
const last = {
  run: { id: 'a'.repeat(32), stack: 'local' },
  ran: [
    stepOf(),
    stepOf({ key: 'score@map#0', node: 'score' }),
    stepOf({ key: 'score@map#1', node: 'score', endedAtMs: 1_400 }),
  ],
};

describe('planReport', () => {
  it('counts timeouts while no run has completed', () => {
    const { run, atMost, cost, month, durations } = planReport(facts());
    expect(run.gbSeconds).toBe(atMost.gbSeconds);
    expect(cost.total).toBe(atMost.cost);
    expect(month).toBeNull();
    expect(durations).toMatchObject({ from: 'timeouts' });
  });

  it('goes by the last run, of items by their mean, and says which steps it did not run', () => {
    const { run, durations } = planReport(facts({ last }));
    const { durations: of } = planReport(facts({ last: { ...last, ran: [] } }));
    // ingest 0.2 s, three scores of 0.3 s, four at 1 GB and one at 2 GB for 900 s, the functions around; 0.5 s before each
    expect(run.gbSeconds).toBeCloseTo(0.7 + 3 * 0.8 + 4 * 900.5 + 2 * 900.5 + 1.25);
    expect(durations.unmeasured).toEqual(['clean', 'train', 'evaluate', 'gate', 'release']);
    expect(of.unmeasured).toHaveLength(7);
  });

  it('takes the duration that it is told', () => {
    const { run, durations } = planReport(facts({ last, stepDurationMs: 1_000 }));
    expect(run.gbSeconds).toBeCloseTo((8 + 2) * 1.5 + 1.25);
    expect(run.longestPath.durationMs).toBe(6_000);
    expect(durations).toEqual({ from: 'option', unmeasured: [] });
  });

  it('costs a month as often as it runs', () => {
    const { month, cost, atMost } = planReport(facts({ frequency: { runsPerMonth: 10 } }));
    expect(month!.cost).toBeCloseTo(10 * cost.total);
    expect(month!.costAtMost).toBeCloseTo(10 * atMost.cost);
  });
});

describe('formatPlan', () => {
  it('says all of it in a line each', () => {
    const schedule = { expression: 'cron(0 3 1 * ? *)', next: ['2026-12-01T03:00Z'] };
    const text = formatPlan(
      planReport(facts({ last, stepDurationMs: 1_000, frequency: { runsPerMonth: 1, schedule } })),
    );
    expect(text.split('\n').map((line) => line.slice(0, 15).trimEnd())).toEqual([
      'a run of satisf',
      'service',
      'Step Functions',
      'Lambda',
      'DynamoDB',
      'S3',
      'a run',
      '',
      'step      times',
      'ingest    1',
      'clean     1',
      'train     1',
      'score     3',
      'evaluate  1',
      'gate      1',
      'release   1',
      '',
      'durations:',
      'longest path:',
      'schedule:',
      'a month:',
      'prices:',
      'not in it:',
      'does not fit:',
      '',
    ]);
    expect(text).toContain('cron(0 3 1 * ? *) in UTC, next 2026-12-01T03:00Z\n');
    expect(text).toContain('longest path:  6.0 s, at most 1 h 30 min\n');
    expect(text).toMatch(/\ntrain +1 +2048 MB +1\.0 s +15 min 0 s +\$0\.000040 +\*\n/);
    expect(text).toMatch(/\nscore +3 +1024 MB +1\.0 s +15 min 0 s +\$0\.000060\n/);
  });

  it.each([
    [
      facts({ last, items: new Map() }),
      'of run aaaaaaaaaaaa on local, which may be faster than Lambda; timeouts of clean, train, evaluate, gate, release',
    ],
    [
      facts({ last: { ...last, run: { id: 'b'.repeat(32), stack: 'aws' } } }),
      'of run bbbbbbbbbbbb on aws; timeouts of clean',
    ],
    [facts(), 'no run has completed: every step takes all of its time'],
  ])('says where the durations are from', (given, expected) => {
    expect(formatPlan(planReport(given))).toContain(expected);
  });

  it('says that a rate counts from its deployment', () => {
    const schedule = { expression: 'rate(1 day)', next: ['2026-12-01T03:00Z'] };
    expect(formatPlan(planReport(facts({ frequency: { runsPerMonth: 30, schedule } })))).toContain(
      'rate(1 day) if it were deployed now, next 2026-12-01T03:00Z\n',
    );
  });

  it('shows what does not fit, with its mend', () => {
    const misfit = { where: 'map', problem: 'too wide', mend: 'narrow it' };
    expect(formatPlan({ ...planReport(facts()), misfits: [misfit] })).toContain(
      'does not fit:\n  map: too wide\n    mend: narrow it\n',
    );
  });
});
