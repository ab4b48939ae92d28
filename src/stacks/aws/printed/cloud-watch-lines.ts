import {
  type CloudWatchLogsClient,
  FilterLogEventsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import { decodeLine } from '../../../runs/printed/line-document.ts';
import type { FoundLines, PrintedLine } from '../../../runs/printed/printed-line.ts';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { throwAwsFault } from '../aws-fault.ts';
import { stepLogGroup } from '../names.ts';

/** Clocks of functions differ, and a line may be dated by when it came in. */
const SLACK_MS = 60_000;

/** What the functions of steps printed in a run, of the log of each. Throws `aws.*`. */
export async function cloudWatchLines(
  { client, serviceStack }: { readonly client: CloudWatchLogsClient; readonly serviceStack: string },
  run: RunRecord,
  steps: readonly string[],
  sinceMs: number,
): Promise<FoundLines> {
  const found: FoundLines[] = [];
  // One after the other: an account has five such requests a second in most regions.
  for (const step of steps) {
    const place = stepLogGroup(serviceStack, run.pipeline, step);
    const lines = await linesOf(client, place, run, sinceMs);
    found.push(lines ? { lines, gone: [] } : { lines: [], gone: [{ step, place }] });
  }
  return { lines: found.flatMap(({ lines }) => lines), gone: found.flatMap(({ gone }) => gone) };
}

/** Undefined when the log is not there. */
async function linesOf(
  client: CloudWatchLogsClient,
  logGroupName: string,
  { id, startedAtMs, endedAtMs }: RunRecord,
  sinceMs: number,
): Promise<PrintedLine[] | undefined> {
  if (endedAtMs !== undefined && sinceMs > endedAtMs + SLACK_MS) return []; // CloudWatch refuses such a time
  const lines: PrintedLine[] = [];
  const asked = {
    logGroupName,
    filterPattern: `"${id}"`,
    startTime: Math.max(startedAtMs, sinceMs) - SLACK_MS,
    ...(endedAtMs === undefined ? {} : { endTime: endedAtMs + SLACK_MS }),
  };
  let nextToken: string | undefined;
  try {
    do {
      const page = await client.send(new FilterLogEventsCommand({ ...asked, nextToken }));
      lines.push(
        ...(page.events ?? [])
          .flatMap(({ message = '' }) => decodeLine(message.trim()) ?? [])
          .filter(({ run, atMs }) => run === id && atMs >= sinceMs),
      );
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return lines;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    return throwAwsFault(error, `FilterLogEvents of ${logGroupName}`);
  }
}
