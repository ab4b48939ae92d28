import { describe, expect, it } from 'vitest';
import { pipelineOfMachine, pipelineStackName } from '../../../src/stacks/aws/names.ts';

describe('pipelineOfMachine', () => {
  it('is the pipeline that the machine was named by', () => {
    const name = pipelineStackName('customer-satisfaction');
    expect(pipelineOfMachine(`arn:aws:states:eu-west-1:000000000000:stateMachine:${name}`)).toBe(
      'customer-satisfaction',
    );
  });
});
