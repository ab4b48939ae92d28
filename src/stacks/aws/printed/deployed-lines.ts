import type { PrintedLines } from '../../../runs/printed/printed-line.ts';
import type { AwsPlace } from '../clients.ts';
import { SMALL_REQUESTS } from '../patience.ts';

/** CloudWatch shows a line some seconds after it was printed. */
const DELAY_MS = 8_000;

/** An account has five requests a second to read logs in most regions, and a look takes one for each step that runs. */
const POLL_MS = 3_000;

/** What runs printed: those of Step Functions in their functions' logs, those of a process where it kept it. */
export function deployedLines(place: AwsPlace, serviceStack: string, kept: PrintedLines): PrintedLines {
  return {
    delayMs: DELAY_MS,
    pollMs: POLL_MS,
    async read(run, steps, sinceMs) {
      if (run.process) return kept.read(run, steps, sinceMs);
      const { CloudWatchLogsClient } = await import('@aws-sdk/client-cloudwatch-logs'); // for this alone
      const { cloudWatchLines } = await import('./cloud-watch-lines.ts');
      const client = new CloudWatchLogsClient({ ...place, ...SMALL_REQUESTS });
      try {
        return await cloudWatchLines({ client, serviceStack }, run, steps, sinceMs);
      } finally {
        client.destroy();
      }
    },
  };
}
