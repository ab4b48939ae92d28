import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { deployedLines } from '../../../../src/stacks/aws/printed/deployed-lines.ts';
import { runOf } from '../../../cli/records.ts';

const mock = mockClient(CloudWatchLogsClient);
const line = { step: 'ingest', attempt: 0, sequence: 0, atMs: 1, level: 'info', text: 'kept' } as const;
const kept = { delayMs: 0, pollMs: 0, read: async () => ({ lines: [line], gone: [], cut: [] }) };
const lines = deployedLines({ region: 'eu-west-1' }, 'shop', kept);

afterEach(() => void mock.reset());

describe('deployedLines', () => {
  it('reads what a process printed where that kept it', async () => {
    const run = runOf({ process: { host: 'here', pid: 1 } });

    expect((await lines.read(run, ['ingest'], 0)).lines).toEqual([line]);
  });

  it('reads what functions printed in their logs', async () => {
    mock.on(FilterLogEventsCommand).resolves({});

    expect(await lines.read(runOf(), ['ingest'], 0)).toEqual({ lines: [], gone: [], cut: [] });
    const asked = mock.commandCalls(FilterLogEventsCommand).map(({ args: [{ input }] }) => input.logGroupName);
    expect(asked).toEqual(['/shop/orders/ingest']);
  });
});
