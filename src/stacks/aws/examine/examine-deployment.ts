import type { Finding } from '../../finding.ts';
import { type DeployedStack, isDeployed } from '../deployment.ts';

const DEPLOY = 'deploy again: npx cdk deploy --all, or npm run localstack';

/** Where the service is deployed, in which state, and whether by this version of Sluice. */
export function examineDeployment({ id, status, outputs }: DeployedStack, version: string): Finding[] {
  const [, , , region, account] = id.split(':');
  return [
    { part: 'credentials', state: 'good', says: `AWS takes them: account ${account} in ${region}` },
    statusFinding(status),
    versionFinding(outputs['Version'], version),
  ];
}

function statusFinding(status: string): Finding {
  const says = `the stack of the service is ${status}`;
  if (isDeployed({ status })) return { part: 'deployment', state: 'good', says };
  if (status.endsWith('_IN_PROGRESS')) {
    return { part: 'deployment', state: 'warning', says, mend: 'wait for the deployment to end' };
  }
  const state = status === 'UPDATE_ROLLBACK_COMPLETE' ? 'warning' : 'wrong';
  return { part: 'deployment', state, says, mend: `look at its events in CloudFormation, then ${DEPLOY}` };
}

function versionFinding(deployed: string | undefined, version: string): Finding {
  if (deployed === version) return { part: 'version', state: 'good', says: `${version}, as here` };
  const says = `${deployed ?? 'one that does not tell its version'} is deployed, ${version} is here`;
  return { part: 'version', state: 'warning', says, mend: DEPLOY };
}
