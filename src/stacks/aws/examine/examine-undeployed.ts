import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { Finding } from '../../finding.ts';
import type { AwsPlace } from '../clients.ts';
import { SMALL_REQUESTS } from '../patience.ts';
import { examineAccount } from './examine-account.ts';

/** Looks at an account and region that nothing is deployed to yet. */
export async function examineUndeployed(place: AwsPlace): Promise<Finding[]> {
  const client = new CloudFormationClient({ ...place, ...SMALL_REQUESTS });
  try {
    return await examineAccount(place, client);
  } finally {
    client.destroy();
  }
}
