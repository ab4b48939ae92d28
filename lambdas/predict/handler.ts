import { handle } from 'hono/aws-lambda';
import packageFile from '../../package.json' with { type: 'json' };
import { createApp } from '../../src/api/app.ts';
import { gatewayAuthentication } from '../../src/api/gateway-authentication.ts';
import { type DeployedStores, openDeployedStores } from '../../src/stacks/aws/deployed-stores.ts';
import { BEFORE_PREDICTING } from '../../src/stacks/aws/patience.ts';

/** The HTTP API behind API Gateway, of callers that IAM or an authoriser let in. */
export function predictHandler(
  { records, artifacts }: Pick<DeployedStores, 'records' | 'artifacts'> = openDeployedStores(
    process.env,
    BEFORE_PREDICTING,
  ),
): ReturnType<typeof handle> {
  return handle(createApp({ records, artifacts, version: packageFile.version, authenticate: gatewayAuthentication }));
}
