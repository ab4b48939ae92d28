import {
  CloudWatchLogsClient,
  FilterLogEventsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodeLine } from '../../../../src/runs/printed/line-document.ts';
import { cloudWatchLines } from '../../../../src/stacks/aws/printed/cloud-watch-lines.ts';
import { runOf } from '../../../cli/records.ts';
import { fault } from '../sample-fault.ts';

const client = new CloudWatchLogsClient({ region: 'eu-west-1' });
const place = { client, serviceStack: 'sluice' };
const mock = mockClient(client);
const run = runOf({ startedAtMs: 100_000, endedAtMs: 200_000 });
const line = { step: 'ingest', attempt: 0, sequence: 0, atMs: 150_000, level: 'info', text: 'hello' } as const;
const message = (changes: object = {}) => `${encodeLine({ run: run.id, ...line, ...changes })}\n`;

const asked = () => mock.commandCalls(FilterLogEventsCommand).map(({ args: [{ input }] }) => input);

beforeEach(() => {
  mock.reset();
});

describe('cloudWatchLines', () => {
  it('finds the lines of the run in the log of each step, page after page, about its time', async () => {
    mock
      .on(FilterLogEventsCommand, { logGroupName: '/sluice/orders/ingest' })
      .resolvesOnce({ events: [], nextToken: 'more' })
      .resolvesOnce({ events: [{ message: 'START RequestId: 1' }, { message: message() }] });
    mock
      .on(FilterLogEventsCommand, { logGroupName: '/sluice/orders/train' })
      .resolves({ events: [{ message: message({ step: 'train' }) }, { message: message({ run: 'other' }) }] });

    const found = await cloudWatchLines(place, run, ['ingest', 'train'], -Infinity);

    expect(found.lines).toMatchObject([line, { ...line, step: 'train' }]);
    expect(asked()).toHaveLength(3);
    expect(asked()[0]).toMatchObject({ filterPattern: `"${run.id}"`, startTime: 40_000, endTime: 260_000 });
    expect(asked().map(({ nextToken }) => nextToken)).toContain('more');
  });

  it('asks for what is new alone, to no end while the run goes on', async () => {
    mock.on(FilterLogEventsCommand).resolves({ events: [{ message: message() }] });
    const { endedAtMs: _ended, ...underWay } = run;

    expect((await cloudWatchLines(place, underWay, ['ingest'], 150_001)).lines).toEqual([]);

    expect(asked()[0]).toMatchObject({ startTime: 90_001 });
    expect(asked()[0]).not.toHaveProperty('endTime');
  });

  it('asks for nothing of a time after the run', async () => {
    expect(await cloudWatchLines(place, run, ['ingest'], 260_001)).toEqual({ lines: [], gone: [], cut: [] });
    expect(asked()).toEqual([]);
  });

  it('stops at 4 MiB of a step, asks for no further page, and says that there is more', async () => {
    const long = { message: message({ text: 'x'.repeat(1024 * 1024) }) };
    mock
      .on(FilterLogEventsCommand, { logGroupName: '/sluice/orders/ingest' })
      .resolves({ events: [long], nextToken: 'more' });
    mock.on(FilterLogEventsCommand, { logGroupName: '/sluice/orders/train' }).resolves({ events: [long] });

    const found = await cloudWatchLines(place, run, ['ingest', 'train'], -Infinity);

    expect(found.lines).toHaveLength(3 + 1);
    expect(found.cut).toEqual([{ step: 'ingest', place: '/sluice/orders/ingest' }]);
    expect(asked()).toHaveLength(4 + 1);
  });

  it('says of which step the log is gone, beside what is found of others', async () => {
    const missing = new ResourceNotFoundException({ message: 'no such group', $metadata: {} });
    mock.on(FilterLogEventsCommand).resolves({ events: [{ message: message() }] });
    mock.on(FilterLogEventsCommand, { logGroupName: '/sluice/orders/train' }).rejects(missing);

    const found = await cloudWatchLines(place, run, ['ingest', 'train'], -Infinity);

    expect(found.lines).toHaveLength(1);
    expect(found.gone).toEqual([{ step: 'train', place: '/sluice/orders/train' }]);
  });

  it.each([
    ['AccessDeniedException', 'aws.denied'],
    ['ThrottlingException', 'aws.unavailable'],
    ['ServiceUnavailableException', undefined],
  ])('tells %s as %s', async (name, code) => {
    mock.on(FilterLogEventsCommand).rejects(fault(name, code ? 400 : 503));

    await expect(cloudWatchLines(place, run, ['ingest'], -Infinity)).rejects.toMatchObject({
      code: code ?? 'aws.unavailable',
      facts: { seen: expect.stringContaining('/sluice/orders/ingest') },
    });
  });
});
