import { describe, expect, it } from 'vitest';
import { scalar } from '../../src/pipeline/artifact-types.ts';
import { flag } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { when } from '../../src/pipeline/when.ts';

const judge = step({
  name: 'judge',
  inputs: {},
  outputs: { passed: scalar<boolean>() },
  run: () => ({ passed: true }),
});

describe('when', () => {
  it('becomes a node around what it declares, on a scalar of a step or on a parameter', () => {
    const { nodes } = pipeline('p', { parameters: { go: flag() } }, ({ go }) => {
      when(judge({}).passed, () => {
        judge({});
        when(go, () => void judge({}));
      });
    });

    expect(nodes).toMatchObject([
      { id: 'judge' },
      {
        kind: 'when',
        id: 'when',
        condition: { node: 'judge', output: 'passed' },
        body: [
          { id: 'judge-2' },
          { kind: 'when', id: 'when-2', condition: { node: 'params', output: 'go' }, body: [{ id: 'judge-3' }] },
        ],
      },
    ]);
  });

  it('throws pipeline.outside-declaration when it is called elsewhere', () => {
    const condition = { node: 'judge', output: 'passed', type: { name: 'scalar' as const } };

    expect(() => when(condition, () => {})).toThrow(expect.objectContaining({ code: 'pipeline.outside-declaration' }));
  });
});
