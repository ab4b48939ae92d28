import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SluiceError } from '../../../errors/sluice-error.ts';
import type { Finding } from '../../finding.ts';
import type { AwsPlace } from '../clients.ts';
import { SMALL_REQUESTS } from '../patience.ts';
import { examineBootstrap } from './examine-bootstrap.ts';
import { examineConcurrency } from './examine-concurrency.ts';

/** What an account and region must have before anything is deployed there: the CDK's bootstrap, and room for functions. */
export async function examineAccount(place: AwsPlace, cloudFormation: CloudFormationClient): Promise<Finding[]> {
  const { LambdaClient } = await import('@aws-sdk/client-lambda'); // for this alone
  const lambda = new LambdaClient({ ...place, ...SMALL_REQUESTS });
  try {
    return await Promise.all([
      examineBootstrap(cloudFormation).catch(notSeen('bootstrap')),
      examineConcurrency(lambda).catch(notSeen('concurrency')),
    ]);
  } finally {
    lambda.destroy();
  }
}

/** What may not be looked at is no fault of the system. */
function notSeen(part: string): (error: unknown) => Finding {
  return (error) => {
    if (!SluiceError.is(error)) throw error;
    const { message, seen, mend } = error.facts;
    return { part, state: 'warning', says: `could not be looked at: ${message}: ${seen}`, mend };
  };
}
