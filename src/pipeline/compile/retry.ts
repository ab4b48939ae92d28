import type { Policy } from '../policy.ts';

/** Names under which a step's function throws, so that Step Functions can tell them apart. */
export const PERMANENT_ERROR = 'Sluice.Permanent';
export const TRANSIENT_ERROR = 'Sluice.Transient';

/** What Lambda answers when it had no room or failed itself; the step's code never ran, or cannot be known to have. */
const LAMBDA_FAULTS = [
  'Lambda.TooManyRequestsException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.EC2ThrottledException',
  'Lambda.ENILimitReachedException',
];

/** Six doublings from one second, the wait AWS recommends for Lambda's own faults. */
const FAULT_ATTEMPTS = 6;
const MAX_DELAY_SECONDS = 60;

/** Retriers of a task, first match wins: permanent never, Lambda's faults always, the rest as the policy says. */
export function retriers(policy: Policy): readonly Readonly<Record<string, unknown>>[] {
  const wait = { BackoffRate: 2, JitterStrategy: 'FULL', MaxDelaySeconds: MAX_DELAY_SECONDS };
  const intervalSeconds = Math.max(1, Math.ceil(policy.backoffMs / 1_000));
  return [
    { ErrorEquals: [PERMANENT_ERROR], MaxAttempts: 0 },
    { ErrorEquals: LAMBDA_FAULTS, IntervalSeconds: 1, MaxAttempts: FAULT_ATTEMPTS, ...wait },
    {
      ErrorEquals: [TRANSIENT_ERROR, 'States.Timeout', 'States.TaskFailed'],
      IntervalSeconds: intervalSeconds,
      MaxAttempts: policy.retries,
      ...wait,
    },
  ];
}
