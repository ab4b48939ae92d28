import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface AlarmProps {
  /** What is wrong, and what to do about it: the text of the message. */
  readonly description: string;
  readonly metric: IMetric;
  /** Above this it is an alarm. */
  readonly above: number;
  /**
   * Periods of the metric, one after the other.
   * @default 1
   */
  readonly periods?: number;
  readonly topic: ITopic;
}

/** An alarm that is told to a topic; where nothing happens, nothing is wrong. */
export function alarm(
  scope: Construct,
  id: string,
  { description, metric, above, periods = 1, topic }: AlarmProps,
): void {
  new Alarm(scope, id, {
    alarmDescription: description,
    metric,
    threshold: above,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: periods,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  }).addAlarmAction(new SnsAction(topic));
}
