import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { nodeFunction } from '../../cdk/node-function.ts';
import { grantVariables, referenceVariables } from '../../cdk/step-variables.ts';

const references = { SHOP_KEY: 'ssm:/sluice/shop/SHOP_KEY', SHOP_USER: 'secretsmanager:shop/user' } as const;

function policies(): string {
  const stack = new Stack(new App(), 'Shop', { env: { account: '123456789012', region: 'eu-west-1' } });
  const code = Code.fromInline('exports.handler = () => {}');
  const worker = nodeFunction(stack, 'Step', {
    description: 'Step fetch',
    code,
    memoryMb: 128,
    timeoutMs: 1_000,
    environment: {},
  });
  grantVariables(worker, references);
  return JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
}

// Synthesised while the file loads: the first synthesis of a process takes seconds on a busy machine.
const granted = policies();

describe('the secrets of a deployed step', () => {
  it('are told to its function by where they lie', () => {
    expect(referenceVariables(references)).toEqual({
      SLUICE_VARIABLE_SHOP_KEY: 'ssm:/sluice/shop/SHOP_KEY',
      SLUICE_VARIABLE_SHOP_USER: 'secretsmanager:shop/user',
    });
  });

  it('may be read by its function, each alone', () => {
    expect(granted).toContain('"Action":"ssm:GetParameter"');
    expect(granted).toContain(':ssm:eu-west-1:123456789012:parameter/sluice/shop/SHOP_KEY"');
    expect(granted).toContain('"Action":"secretsmanager:GetSecretValue"');
    expect(granted).toContain(':secretsmanager:eu-west-1:123456789012:secret:shop/user-??????"');
  });
});
