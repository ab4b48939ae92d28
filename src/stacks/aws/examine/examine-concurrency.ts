import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Finding } from '../../finding.ts';
import { throwAwsFault } from '../aws-fault.ts';

/** Of a new account it is 10, of any other 1,000 (Lambda's guide: quotas): less than this is one that was never raised. */
const FEW = 100;

/** The quota's code is the same in every region. */
const RAISE =
  'aws service-quotas request-service-quota-increase --service-code lambda --quota-code L-B99A9384 --desired-value 1000';

/** How many functions may run at once in the account and region, those of everybody in it. Throws `aws.*`. */
export async function examineConcurrency(client: LambdaClient): Promise<Finding> {
  const { GetAccountSettingsCommand } = await import('@aws-sdk/client-lambda');
  const { AccountLimit } = await client
    .send(new GetAccountSettingsCommand({}))
    .catch((error: unknown) => throwAwsFault(error, 'GetAccountSettings of Lambda'));
  const limit = AccountLimit?.ConcurrentExecutions ?? 0;
  const free = AccountLimit?.UnreservedConcurrentExecutions ?? limit;
  const reserved = free < limit ? `, ${limit - free} of them reserved for some` : '';
  const says = `${limit} functions at once${reserved}`;
  if (free >= FEW) return { part: 'concurrency', state: 'good', says };
  const meaning = 'steps of runs beside each other wait for room, and predictions are refused meanwhile';
  return { part: 'concurrency', state: 'warning', says: `only ${says}: ${meaning}`, mend: `ask for more: ${RAISE}` };
}
