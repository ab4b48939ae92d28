import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from '../stack.ts';
import { apiGatewayDeployer } from './api-gateway-deployer.ts';
import { awsClients, type AwsPlace } from './clients.ts';
import { readOutputs } from './deployment.ts';
import { pipelineStackName, SERVICE_STACK } from './names.ts';
import { placeFile } from './orchestrator/place-file.ts';
import { openDynamoRecords } from './records/open.ts';
import { openS3Artifacts } from './s3-artifacts.ts';
import { stepFunctionsOrchestrator } from './orchestrator/step-functions-orchestrator.ts';

/** Opens the deployed system of an account and region, or of an emulator. Throws `stack.not-deployed`, `aws.*`. */
export async function openAwsStack(name: string, place: AwsPlace): Promise<Stack> {
  const clients = awsClients(place);
  const output = await readOutputs(clients.cloudFormation, SERVICE_STACK);
  const records = openDynamoRecords({ client: clients.dynamodb, table: output('TableName') });
  const artifacts = openS3Artifacts({ client: clients.s3, bucket: output('BucketName') });
  const region = await clients.s3.config.region();
  return {
    name,
    flavors: {
      orchestrator: 'step-functions',
      artifactStore: 's3',
      experimentTracker: 'dynamodb',
      modelDeployer: 'api-gateway',
    },
    records,
    artifacts,
    orchestrator: stepFunctionsOrchestrator({
      stack: name,
      records,
      sfn: clients.sfn,
      stateMachineArn: async (pipeline) =>
        (await readOutputs(clients.cloudFormation, pipelineStackName(pipeline)))('StateMachineArn'),
      placeFile: (pipeline, parameter, uri) => placeFile({ s3: clients.s3, artifacts }, pipeline, parameter, uri),
      now: Date.now,
      sleep: (delayMs) => sleep(delayMs),
    }),
    deployer: apiGatewayDeployer({
      apiUrl:
        place.endpoint === undefined
          ? output('ApiUrl').replace(/\/$/, '')
          : emulatorUrl(place.endpoint, output('ApiId')),
      region,
      credentials: () => clients.s3.config.credentials(),
      fetch,
    }),
    close: async () => {
      await records.close();
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}

/** The deployed URL names AWS's host; an emulator answers under its own. */
function emulatorUrl(endpoint: string, apiId: string): string {
  return `${endpoint}/restapis/${apiId}/v1/_user_request_`;
}
