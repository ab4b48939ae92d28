import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeArtifact } from '../../src/artifacts/decode-artifact.ts';
import { profileKeyOf } from '../../src/artifacts/profiles.ts';
import { collectRows } from '../../src/data/collect-rows.ts';
import { streamCsvWithReport } from '../../src/data/csv/stream-with-report.ts';
import { streamOf } from '../../src/data/stream-of.ts';
import { tableOf } from '../../src/data/table-of.ts';
import { json, streamed, table } from '../../src/pipeline/artifact-types.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { inChunks } from '../data/in-chunks.ts';
import { tableContents } from '../data/table-contents.ts';
import { stepWorld } from './step-world.ts';

const columns = { price: 'float', city: 'text' } as const;
const orders = table(columns, { minRows: 2, columns: { price: { min: 0 }, city: { maxNullShare: 0.5 } } });
const rows = tableOf(columns, { price: [1, Number.NaN, 3], city: ['Rio', 'Olinda', undefined] });
const broken = tableOf(columns, { price: [-1], city: ['Rio'] });

const giveWhole = step({
  name: 'give-whole',
  version: '1',
  inputs: {},
  outputs: { rows: orders },
  run: () => ({ rows }),
});
const giveStream = step({
  name: 'give-stream',
  version: '1',
  inputs: {},
  outputs: { rows: streamed(orders) },
  run: () => ({ rows: streamOf(rows, 2) }),
});
const giveBroken = step({
  name: 'give-broken',
  version: '1',
  inputs: {},
  outputs: { rows: streamed(orders) },
  run: () => ({ rows: streamOf(broken) }),
});
const giveOther = step({
  name: 'give-other',
  version: '1',
  inputs: {},
  outputs: { rows: streamed(orders) },
  run: () => ({ rows: streamOf(tableOf({ price: 'float' }, { price: [1, 2] })) as never }),
});
const copy = step({
  name: 'copy',
  version: '1',
  inputs: { rows: streamed(orders) },
  outputs: { rows: streamed(orders), count: json<number>() },
  run: async ({ rows: given }) => ({ rows: given, count: (await collectRows(given)).rowCount }),
});

const giveReported = step({
  name: 'give-reported',
  version: '1',
  inputs: {},
  outputs: { rows: streamed(orders) },
  run: (_inputs, _parameters, { log }) => ({
    rows: streamCsvWithReport({ read: () => inChunks('price,city\n1,Rio\nx,Rio\n2,Rio\n') }, columns, {
      maxUnreadableShare: 0.5,
      report: ({ count }) => log.metric('rows.unreadable', count),
    }),
  }),
});

const example = pipeline('streams', { parameters: {} }, () => {
  giveBroken({});
  giveOther({});
  giveReported({});
  giveWhole({});
  copy(giveStream({}));
});

let world: Awaited<ReturnType<typeof stepWorld>>;
let run: string;

beforeEach(async () => {
  world = await stepWorld(example);
  run = (await world.start()).id;
});

afterEach(() => world.close());

describe('streamed tables', () => {
  it('are stored as the same bytes as tables in memory, with the same profile', async () => {
    const [whole, stream] = [await world.execute(run, 'give-whole'), await world.execute(run, 'give-stream')].map(
      (record) => record.outputs!.artifacts['rows']!,
    );
    expect({ ...stream, key: '' }).toEqual({ ...whole, key: '' });
    expect(tableContents((await decodeArtifact(world.artifacts, stream!)) as typeof rows)).toEqual(tableContents(rows));
    const profiles = await Promise.all([whole!, stream!].map(({ key }) => world.artifacts.read(profileKeyOf(key))));
    expect(Buffer.from(profiles[1]!).toString()).toBe(Buffer.from(profiles[0]!).toString());
  });

  it('are handed to steps as streams', async () => {
    const given = await world.execute(run, 'give-stream');
    const { outputs } = await world.execute(run, 'copy');
    expect(outputs!.artifacts['rows']!.sha256).toBe(given.outputs!.artifacts['rows']!.sha256);
    expect(await decodeArtifact(world.artifacts, outputs!.artifacts['count']!)).toBe(3);
  });

  it('may log what was found while they were read', async () => {
    const { outputs } = await world.execute(run, 'give-reported');
    expect(await decodeArtifact(world.artifacts, outputs!.artifacts['rows']!)).toMatchObject({ rowCount: 2 });
    expect((await world.records.logs.data(run)).metrics).toMatchObject({ 'rows.unreadable': { value: 1 } });
  });

  it('fail the step that reads one whose bytes are others than were written', async () => {
    const given = await world.execute(run, 'give-stream');
    const { key } = given.outputs!.artifacts['rows']!;
    const bytes = Buffer.from((await world.artifacts.read(key))!);
    bytes[bytes.lastIndexOf('Olinda')] = 'o'.charCodeAt(0);
    await world.artifacts.remove(key);
    await world.artifacts.create(key, bytes);

    await expect(world.execute(run, 'copy')).rejects.toMatchObject({ code: 'artifact.damaged', transient: false });
    expect((await world.records.steps.get(run, 'copy'))?.outputs).toBeUndefined();
  });

  it('must keep their contract, all rules of all columns', async () => {
    await expect(world.execute(run, 'give-broken')).rejects.toMatchObject({
      code: 'contract.broken',
      facts: { seen: "not: at least 2 rows, in 1 row; not: 'price' is at least 0, in 1 row: row 0 (-1)" },
    });
  });

  it('must have the columns declared', async () => {
    await expect(world.execute(run, 'give-other')).rejects.toMatchObject({ code: 'contract.columns' });
  });
});
