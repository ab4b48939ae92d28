import { describe, expect, it } from 'vitest';
import { json } from '../../src/pipeline/artifact-types.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { planOf } from '../../src/pipeline/plan.ts';
import { step } from '../../src/pipeline/step.ts';
import { checkPlan } from '../../src/runs/check-plan.ts';

const make = step({ name: 'make', inputs: {}, outputs: { left: json<number>(), right: json<number>() }, run: both });
const use = step({ name: 'use', inputs: { value: json<number>() }, outputs: {}, run: () => ({}) });

function both() {
  return { left: 1, right: 2 };
}

function declared(taken: 'left' | 'right' | undefined) {
  return pipeline('numbers', { parameters: {} }, () => {
    const made = make({});
    if (taken) use({ value: made[taken] });
  });
}

describe('checkPlan', () => {
  it('takes a run of the same steps, also as it comes back from the records', () => {
    const plan = planOf(declared('left').nodes);
    expect(() => checkPlan(JSON.parse(JSON.stringify({ plan })), declared('left'))).not.toThrow();
  });

  it.each([
    ['has a step less', 'left', undefined, 'make(), use(make.left)', 'make()'],
    ['has a step more', undefined, 'left', 'make()', 'make(), use(make.left)'],
    ['joins them otherwise', 'left', 'right', 'make(), use(make.left)', 'make(), use(make.right)'],
  ] as const)('refuses one where what is deployed %s', (_, planned, deployed, seen, allowed) => {
    const plan = planOf(declared(planned).nodes);
    expect(() => checkPlan({ plan }, declared(deployed))).toThrow(
      expect.objectContaining({ code: 'run.other-plan', facts: expect.objectContaining({ seen, allowed }) }),
    );
  });
});
