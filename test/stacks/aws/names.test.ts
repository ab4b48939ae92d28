import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pipelineOfMachine, pipelineStackName, stepLogGroup } from '../../../src/stacks/aws/names.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}$/);

describe('pipelineOfMachine', () => {
  it('is what the name of the machine was made of', () => {
    fc.assert(
      fc.property(name, name, (pipeline, service) => {
        const arn = `arn:aws:states:eu-west-1:000000000000:stateMachine:${pipelineStackName(pipeline, service)}`;
        expect(pipelineOfMachine(arn, service)).toBe(pipeline);
      }),
    );
  });
});

describe('stepLogGroup', () => {
  it('is a different one for each step of each pipeline of each service', () => {
    const step = fc.tuple(name, name, name);
    fc.assert(
      fc.property(step, step, (one, other) => {
        expect(stepLogGroup(...one) === stepLogGroup(...other)).toBe(one.join() === other.join());
      }),
    );
  });
});
