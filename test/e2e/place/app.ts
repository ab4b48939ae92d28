import { join } from 'node:path';
import { App, Aspects } from 'aws-cdk-lib';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { addSluice } from '../../../cdk/add-sluice.ts';
import { readContext } from '../../../cdk/context.ts';

// As cdk/app.ts deploys, with functions that ask AWS at `test:endpoint`.
const app = new App();
await addSluice(app, { root: join(import.meta.dirname, '../../..'), ...readContext(app.node) });
const endpoint: unknown = app.node.tryGetContext('test:endpoint');
if (typeof endpoint === 'string') {
  Aspects.of(app).add({
    visit: (node) => void (node instanceof LambdaFunction && node.addEnvironment('AWS_ENDPOINT_URL', endpoint)),
  });
}
app.synth();
