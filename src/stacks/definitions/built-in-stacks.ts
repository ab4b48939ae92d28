import type { StackDefinition } from './stack-definition.ts';

/** The stacks that are always there. */
export const BUILT_IN_STACKS: Readonly<Record<string, StackDefinition>> = {
  local: {
    orchestrator: 'in-process',
    artifactStore: 'files',
    experimentTracker: 'sqlite',
    modelDeployer: 'local',
  },
  localstack: {
    orchestrator: 'step-functions',
    artifactStore: 's3',
    experimentTracker: 'dynamodb',
    modelDeployer: 'api-gateway',
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:4566', // unless AWS_ENDPOINT_URL says where, as to `npm run localstack`
  },
  aws: {
    orchestrator: 'step-functions',
    artifactStore: 's3',
    experimentTracker: 'dynamodb',
    modelDeployer: 'api-gateway',
  },
};
