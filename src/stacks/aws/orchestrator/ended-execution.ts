import { DescribeExecutionCommand, ExecutionDoesNotExist, type SFNClient } from '@aws-sdk/client-sfn';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { throwAwsFault } from '../aws-fault.ts';
import { faultKind } from '../fault-kind.ts';
import type { EndedExecution } from './ending.ts';

/**
 * What Step Functions says of a run's execution that ended; undefined while it goes on, or cannot be asked for the
 * moment. One that is not there failed when it began. Throws `aws.*`.
 */
export async function endedExecution(
  client: SFNClient,
  executionArn: string,
  run: RunRecord,
): Promise<EndedExecution | undefined> {
  try {
    const { status, stopDate, error, cause } = await client.send(new DescribeExecutionCommand({ executionArn }));
    if (!stopDate) return undefined;
    // What has a stop date has one of the statuses of an end.
    return { name: run.id, status, stopDate: stopDate.getTime(), error, cause } as EndedExecution;
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) {
      return { name: run.id, status: 'FAILED', stopDate: run.startedAtMs, error: error.name, cause: error.message };
    }
    // No reason to leave a run that goes on: the next look asks again.
    if (error instanceof Error && faultKind(error) === 'passing') return undefined;
    return throwAwsFault(error, `DescribeExecution of ${executionArn}`);
  }
}
