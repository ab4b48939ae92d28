import {
  type CloudWatchLogsClient,
  FilterLogEventsCommand,
  type FilterLogEventsCommandInput,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import { decodeLine } from '../../../runs/printed/line-document.ts';
import type { FoundLines, LinesPlace, PrintedLine } from '../../../runs/printed/printed-line.ts';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { throwAwsFault } from '../aws-fault.ts';
import { stepLogGroup } from '../names.ts';

/** Clocks of functions differ, and a line may be dated by when it came in. */
const SLACK_MS = 60_000;

/** As much of a step as of a whole run at home; more is read where it lies. */
const MAX_BYTES = 4 * 1024 * 1024;

/** What the functions of steps printed in a run, of the log of each. Throws `aws.*`. */
export async function cloudWatchLines(
  { client, serviceStack }: { readonly client: CloudWatchLogsClient; readonly serviceStack: string },
  run: RunRecord,
  steps: readonly string[],
  sinceMs: number,
): Promise<FoundLines> {
  const found: (LinesPlace & LinesOfStep)[] = [];
  // One after the other: an account has five such requests a second in most regions.
  for (const step of steps) {
    const place = stepLogGroup(serviceStack, run.pipeline, step);
    found.push({ step, place, ...(await linesOf(client, place, run, sinceMs)) });
  }
  const placesThat = (are: LinesOfStep['state']) =>
    found.flatMap(({ step, place, state }) => (state === are ? [{ step, place }] : []));
  return { lines: found.flatMap(({ lines }) => lines), gone: placesThat('gone'), cut: placesThat('cut') };
}

interface LinesOfStep {
  readonly lines: readonly PrintedLine[];
  readonly state: 'whole' | 'cut' | 'gone';
}

async function linesOf(
  client: CloudWatchLogsClient,
  logGroupName: string,
  { id, startedAtMs, endedAtMs }: RunRecord,
  sinceMs: number,
): Promise<LinesOfStep> {
  const lines: PrintedLine[] = [];
  if (endedAtMs !== undefined && sinceMs > endedAtMs + SLACK_MS) return { lines, state: 'whole' }; // CloudWatch refuses such a time
  const asked = {
    logGroupName,
    filterPattern: `"${id}"`,
    startTime: Math.max(startedAtMs, sinceMs) - SLACK_MS,
    ...(endedAtMs === undefined ? {} : { endTime: endedAtMs + SLACK_MS }),
  };
  let sizeBytes = 0;
  try {
    for await (const message of messagesOf(client, asked)) {
      const line = decodeLine(message.trim());
      if (!line || line.run !== id || line.atMs < sinceMs) continue;
      sizeBytes += Buffer.byteLength(message);
      if (sizeBytes > MAX_BYTES) return { lines, state: 'cut' };
      lines.push(line);
    }
    return { lines, state: 'whole' };
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return { lines, state: 'gone' };
    return throwAwsFault(error, `FilterLogEvents of ${logGroupName}`);
  }
}

/** Page after page, as far as they are read. */
async function* messagesOf(client: CloudWatchLogsClient, asked: FilterLogEventsCommandInput): AsyncGenerator<string> {
  let nextToken: string | undefined;
  do {
    const page = await client.send(new FilterLogEventsCommand({ ...asked, nextToken }));
    for (const { message = '' } of page.events ?? []) yield message;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
}
