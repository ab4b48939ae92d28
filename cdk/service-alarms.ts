import { Duration } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Function } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alarm } from './alarm.ts';

export interface ServiceAlarmsProps {
  /** By the name that their alarms begin with. */
  readonly apis: Readonly<Record<string, RestApi>>;
  readonly finish: Function;
  /** Ends of runs that could not be recorded. */
  readonly unfinished: IQueue;
  readonly topic: ITopic;
}

const SLOW_MS = 2_000;
const LATE_MS = 300_000;

/** Alarms on what all pipelines share; the first ten alarms of an account cost nothing. */
export function serviceAlarms(scope: Construct, { apis, finish, unfinished, topic }: ServiceAlarmsProps): void {
  for (const [name, api] of Object.entries(apis)) apiAlarms(scope, name, { api, topic });
  alarm(scope, 'Throttles', {
    description: 'Lambda refused calls: the account has too little concurrency. Ask for more in Service Quotas.',
    metric: Function.metricAllThrottles({ statistic: Stats.SUM }),
    above: 0,
    periods: 3,
    topic,
  });
  finishAlarms(scope, { finish, unfinished, topic });
}

function apiAlarms(
  scope: Construct,
  name: string,
  { api, topic }: { readonly api: RestApi; readonly topic: ITopic },
): void {
  alarm(scope, `${name}Errors`, {
    description:
      'The API answered with errors of its own (5xx). See the logs of Predict, and of Authorize where there are tokens.',
    metric: api.metricServerError(),
    above: 0,
    topic,
  });
  alarm(scope, `${name}Latency`, {
    description: `One in twenty answers of the API took over ${SLOW_MS} ms for a quarter of an hour.`,
    metric: api.metricLatency({ statistic: Stats.percentile(95) }),
    above: SLOW_MS,
    periods: 3,
    topic,
  });
}

/** A run that ended and is not recorded so looks as if it went on. */
function finishAlarms(scope: Construct, { finish, unfinished, topic }: Omit<ServiceAlarmsProps, 'apis'>): void {
  alarm(scope, 'FinishErrors', {
    description: 'Ends of runs could not be recorded at once; Lambda tries again. See the log of the function Finish.',
    metric: finish.metricErrors(),
    above: 0,
    topic,
  });
  alarm(scope, 'FinishBacklog', {
    description: `Ends of runs wait for over ${LATE_MS / 60_000} minutes to be recorded.`,
    metric: finish.metric('AsyncEventAge', { statistic: Stats.MAXIMUM, period: Duration.minutes(5) }),
    above: LATE_MS,
    topic,
  });
  alarm(scope, 'UnfinishedRuns', {
    description:
      'Ends of runs were given up. Mend the cause, then send what the queue Unfinished holds to Finish again.',
    metric: unfinished.metricApproximateNumberOfMessagesVisible(),
    above: 0,
    topic,
  });
}
