import { describe, expect, it } from 'vitest';
import { readRunInput, RUN_REQUESTED } from '../../src/runs/run-input.ts';

describe('readRunInput', () => {
  it('has a default for everything', () => {
    expect(readRunInput({})).toEqual({ parameters: {}, useCache: true });
  });

  it('reads parameters, cache, trigger and event', () => {
    const input = {
      parameters: { l2: 1, model: 'ridge', fast: true },
      useCache: false,
      trigger: { kind: 'new-data', object: 's3://b/k' },
      event: 'e-1',
    };
    expect(readRunInput(input)).toEqual(input);
  });

  it.each([{ kind: 'command' }, { kind: 'console' }, { kind: 'schedule', rule: 'r' }, { kind: 'event', source: 's' }])(
    'reads the trigger %j, and nothing that is not of it',
    (trigger) => {
      expect(readRunInput({ trigger: { ...trigger, other: 1 } }).trigger).toEqual(trigger);
    },
  );

  it('passes over what the console and Step Functions put in', () => {
    const input = { Comment: 'Insert your JSON here', AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: 'arn' };
    expect(readRunInput(input)).toEqual({ parameters: {}, useCache: true });
  });

  it('takes an event of EventBridge for what starts the run', () => {
    const event = { id: 'e-1', source: 'my.shop', 'detail-type': 'Closed', detail: { shop: 4 } };
    expect(readRunInput(event)).toEqual({
      parameters: {},
      useCache: true,
      trigger: { kind: 'event', source: 'my.shop' },
      event: 'e-1',
    });
  });

  it('reads what an event asks for that asks for a run; its event is one of its source', () => {
    const detail = { pipeline: 'rents', parameters: { l2: 1 }, useCache: false, event: 'may' };
    const asked = { id: 'e-1', source: 'my.shop', 'detail-type': RUN_REQUESTED, detail };

    expect(readRunInput(asked)).toEqual({
      parameters: { l2: 1 },
      useCache: false,
      trigger: { kind: 'event', source: 'my.shop' },
      event: 'my.shop/may',
    });
    expect(readRunInput({ ...asked, detail: { pipeline: 'rents' } })).toEqual({
      parameters: {},
      useCache: true,
      trigger: { kind: 'event', source: 'my.shop' },
      event: 'e-1',
    });
  });

  it.each([
    ['run', 'detail: "run"'],
    [{ parameters: [] }, 'parameters: []'],
    [{ trigger: { kind: 'console' } }, 'trigger'],
    [{ event: 'x'.repeat(129) }, `event: "${'x'.repeat(129)}"`],
    [{ event: '\ud800' }, String.raw`event: "\ud800"`],
  ])('refuses an event that asks for a run by %j', (detail, seen) => {
    const asked = { id: 'e-1', source: 'my.shop', 'detail-type': RUN_REQUESTED, detail };
    expect(() => readRunInput(asked)).toThrow(
      expect.objectContaining({ code: 'run.bad-input', facts: expect.objectContaining({ seen }) }),
    );
  });

  it.each([
    [null, 'the input: null'],
    [undefined, 'the input: nothing'],
    [[1], 'the input: [1]'],
    [{ parameters: 'l2=1' }, 'parameters: "l2=1"'],
    [{ parameters: { l2: [1] } }, 'parameters.l2: [1]'],
    [{ useCache: 'no' }, 'useCache: "no"'],
    [{ event: 3 }, 'event: 3'],
    [{ trigger: 'console' }, 'trigger: "console"'],
    [{ trigger: { kind: 'toString' } }, 'trigger.kind: "toString"'],
    [{ trigger: { kind: 'schedule' } }, 'trigger.rule: nothing'],
    [{ paramters: {} }, 'paramters'],
  ])('refuses %j', (input, seen) => {
    expect(() => readRunInput(input)).toThrow(
      expect.objectContaining({ code: 'run.bad-input', facts: expect.objectContaining({ seen }) }),
    );
  });

  it('shows no more of a long value than one can read', () => {
    expect(() => readRunInput({ parameters: 'x'.repeat(10_000) })).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ seen: expect.stringMatching(/^.{1,250}$/) }) }),
    );
  });
});
