import { describe, expect, it } from 'vitest';
import { checkInputs } from '../../src/pipeline/check-inputs.ts';

const declared = { rows: { name: 'table' }, fitted: { name: 'model' } };
const given = (name: string) => ({ node: 'made', output: 'it', type: { name } });

describe('checkInputs', () => {
  it('takes outputs of the types that are declared, and items of a list for any', () => {
    expect(() => checkInputs('gate', declared, { rows: given('table'), fitted: given('item') })).not.toThrow();
  });

  it.each([
    ['an input that is not given', { rows: given('table') }, 'gate.fitted: nothing', 'model'],
    ['a misspelt output', { rows: undefined, fitted: given('model') }, 'gate.rows: nothing', 'table'],
    ['an output of another type', { rows: given('model'), fitted: given('model') }, 'gate.rows: model', 'table'],
    [
      'all outputs of a step for one',
      { rows: { train: given('table') }, fitted: given('model') },
      'gate.rows: what is no output of a step',
      'table',
    ],
    [
      'an input that the step has not',
      { rows: given('table'), fitted: given('model'), test: given('table') },
      'gate.test: no input of it',
      'gate takes rows, fitted',
    ],
  ])('refuses %s', (_case, inputs, seen, allowed) => {
    expect(() => checkInputs('gate', declared, inputs)).toThrow(
      expect.objectContaining({
        code: 'pipeline.wrong-join',
        facts: expect.objectContaining({ seen, allowed }),
      }),
    );
  });
});
