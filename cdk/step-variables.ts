import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { VariableReferences } from '../src/pipeline/variables.ts';
import { referenceVariable } from '../src/stacks/aws/variables/variable-reader.ts';

/** What tells a step's function where its secrets and configuration lie; the values never pass through a deployment. */
export function referenceVariables(references: VariableReferences): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(references).map(([name, reference]) => [referenceVariable(name), reference] as const),
  );
}

/** Lets the function of a step read its own secrets and configuration, and no others. */
export function grantVariables(worker: Function, references: VariableReferences): void {
  const stack = Stack.of(worker);
  for (const reference of Object.values(references)) {
    const colon = reference.indexOf(':');
    const [service, id] = [reference.slice(0, colon), reference.slice(colon + 1)];
    worker.addToRolePolicy(service === 'ssm' ? readParameter(stack, id) : readSecret(stack, id));
  }
}

function readParameter(stack: Stack, name: string): PolicyStatement {
  const resource = stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: name.replace(/^\//, '') });
  return new PolicyStatement({ actions: ['ssm:GetParameter'], resources: [resource] });
}

/** Secrets Manager adds six characters of its own to the name in an ARN. */
function readSecret(stack: Stack, name: string): PolicyStatement {
  const resource = stack.formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${name}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [resource] });
}
