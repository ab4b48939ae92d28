import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../src/pipeline/compile/check-definition.ts';
import type { Definition, State } from '../../../src/pipeline/compile/state-machine.ts';

const task: State = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'f' },
  End: true,
};

function definition(States: Record<string, State>): Definition {
  return { Comment: '', QueryLanguage: 'JSONPath', TimeoutSeconds: 60, StartAt: Object.keys(States)[0]!, States };
}

describe('checkDefinition', () => {
  it('finds nothing wrong with a sound definition and leaves it as it was', () => {
    const sound = definition({ a: task });
    const before = structuredClone(sound);

    expect(checkDefinition(sound)).toEqual([]);
    expect(sound).toEqual(before);
  });

  it('reports what asl-validator finds', () => {
    expect(checkDefinition(definition({ a: { ...task, Next: 'b' } }))[0]).toMatch(/transition|Next/i);
  });

  it.each([
    ['with others', [{ ErrorEquals: ['States.ALL', 'Other'] }]],
    ['not last', [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['Other'] }]],
  ])('reports States.ALL %s', (_where, retry) => {
    expect(checkDefinition(definition({ a: { ...task, Retry: retry } })).join()).toContain('States.ALL');
  });

  it('reports a heartbeat that is not smaller than the timeout', () => {
    const problems = checkDefinition(definition({ a: { ...task, HeartbeatSeconds: 60, TimeoutSeconds: 60 } }));

    expect(problems.join()).toContain('HeartbeatSeconds');
  });

  it('reports a value that no earlier state wrote', () => {
    const choice: State = {
      Type: 'Choice',
      Choices: [{ Variable: '$.values.gate.scalars.go', BooleanEquals: true, Next: 'b' }],
      Default: 'b',
    };

    expect(checkDefinition(definition({ a: choice, b: task })).join()).toContain('$.values.gate');
  });

  it('reports a definition over one megabyte', () => {
    expect(checkDefinition({ ...definition({ a: task }), Comment: 'x'.repeat(1_048_577) }).join()).toContain('1048576');
  });
});
