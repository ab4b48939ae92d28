import { setTimeout as sleep } from 'node:timers/promises';
import packageDocument from '../../../package.json' with { type: 'json' };
import { decodeSource } from '../../tracking/source-text.ts';
import { keptLines } from '../../runs/printed/keep-lines.ts';
import type { Components } from '../components.ts';
import type { ModelDeployer, Orchestrator } from '../stack.ts';
import { apiGatewayDeployer } from './api-gateway-deployer.ts';
import { apiUrl, tokenApiUrl } from './api-url.ts';
import { checkVersion } from './check-version.ts';
import { awsClients, type AwsClients, type AwsPlace } from './clients.ts';
import { type DeployedStack, isDeployed, outputOf, readPipelineStack, readStack } from './deployment.ts';
import { examineAccount } from './examine/examine-account.ts';
import { examineDeployment } from './examine/examine-deployment.ts';
import { SERVICE_STACK } from './names.ts';
import { stepFunctionsOrchestrator } from './orchestrator/step-functions-orchestrator.ts';
import { deployedLines } from './printed/deployed-lines.ts';
import { checkService } from './read-service.ts';
import { deployedSchedules } from './schedules/deployed-schedules.ts';
import { openDynamoRecords } from './records/open.ts';
import { openS3Artifacts } from './s3-artifacts.ts';
import { s3Files } from './s3-files.ts';

/** What a deployed service keeps, with what it runs and serves by. */
export interface AwsComponents extends Components {
  /** Starts executions under the name of a stack. */
  stepFunctions(stack: string): Orchestrator;
  /** Throws `stack.not-deployed`. */
  apiGateway(): Promise<ModelDeployer>;
}

/**
 * Opens the deployed service of an account and region, or of an emulator, by the name of its stack. Throws
 * `stack.not-deployed`, `stack.not-a-service`, `aws.*`.
 */
export async function openAwsComponents(place: AwsPlace, serviceStack = SERVICE_STACK): Promise<AwsComponents> {
  const clients = awsClients(place);
  try {
    return await openWith(clients, place, serviceStack);
  } catch (error) {
    destroy(clients);
    throw error;
  }
}

async function openWith(clients: AwsClients, place: AwsPlace, serviceStack: string): Promise<AwsComponents> {
  const service = await readStack(clients.cloudFormation, serviceStack);
  if (isDeployed(service)) checkService(service); // another application may have the name
  const output = (key: string) => outputOf(service, key);
  const records = openDynamoRecords({ client: clients.dynamodb, table: output('TableName') });
  const artifacts = openS3Artifacts({ client: clients.s3, bucket: output('BucketName') });
  const printed = deployedLines(place, serviceStack, keptLines(artifacts));
  const components = { records, artifacts, printed, files: s3Files({ s3: clients.s3, artifacts }) };
  return {
    ...components,
    schedules: deployedSchedules(place, clients.cloudFormation, serviceStack),
    stepFunctions: (stack) => stepFunctions({ stack, service }, clients, components),
    examine: async () => [
      ...examineDeployment(service, packageDocument.version),
      ...(await examineAccount(place, clients.cloudFormation)),
    ],
    apiGateway: () => apiGateway(place, clients, service),
    close: async () => {
      await records.close();
      destroy(clients);
    },
  };
}

function destroy(clients: AwsClients): void {
  for (const client of Object.values(clients)) client.destroy();
}

function stepFunctions(
  { stack, service }: { readonly stack: string; readonly service: DeployedStack },
  { cloudFormation, sfn }: AwsClients,
  { records, files }: Pick<Components, 'records' | 'files'>,
): Orchestrator {
  return stepFunctionsOrchestrator({
    stack,
    records,
    sfn,
    checkVersion: () => checkVersion(service, packageDocument.version),
    deployed: async (pipeline) => {
      const deployed = await readPipelineStack(cloudFormation, pipeline, service.name);
      const stateMachineArn = outputOf(deployed, 'StateMachineArn');
      return { stateMachineArn, source: decodeSource(deployed.outputs['Source']) };
    },
    placeFile: files.place,
    now: Date.now,
    sleep: (delayMs) => sleep(delayMs),
  });
}

async function apiGateway({ endpoint }: AwsPlace, { s3 }: AwsClients, service: DeployedStack): Promise<ModelDeployer> {
  const tokenUrl = tokenApiUrl(service, endpoint);
  return apiGatewayDeployer({
    apiUrl: apiUrl(service, 'Api', endpoint),
    ...(tokenUrl === undefined ? {} : { tokenUrl }),
    region: await s3.config.region(),
    credentials: () => s3.config.credentials(),
    fetch,
  });
}
