import { beforeEach, describe, expect, it } from 'vitest';
import type { ArtifactReference } from '../../../src/artifacts/artifact-reference.ts';
import { findArtifact } from '../../../src/runs/lineage/find-artifact.ts';
import { traceLineage } from '../../../src/runs/lineage/trace.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import type { PlannedStep, RunRecord } from '../../../src/tracking/run-record.ts';
import { runOf, stepOf } from '../../cli/records.ts';

const source = { file: { uri: 'file:///orders.csv', name: 'orders.csv', sha256: '5'.repeat(64), sizeBytes: 9 } };
const from = (node: string, output: string) => ({ node, output });
const plan: readonly PlannedStep[] = [
  { node: 'ingest', step: 'ingest', inputs: {}, parameters: { source: from('params', 'source') } },
  {
    node: 'clean',
    step: 'clean',
    inputs: { rows: from('ingest', 'rows') },
    parameters: { seed: from('params', 'seed') },
  },
  { node: 'train', step: 'train', inputs: { train: from('clean', 'train') }, parameters: { l2: from('params', 'l2') } },
  {
    node: 'evaluate',
    step: 'evaluate',
    inputs: { model: from('train', 'model'), test: from('clean', 'test') },
    parameters: {},
  },
];

function artifact(type: ArtifactReference['type'], step: string, output: string, digit: string): ArtifactReference {
  const sha256 = digit.repeat(64);
  return { type, key: `artifacts/orders/${step}/${output}/${sha256}`, sha256, sizeBytes: 1 };
}
const rows = artifact('table', 'ingest', 'rows', 'a');
const train = artifact('table', 'clean', 'train', 'b');
const test = artifact('table', 'clean', 'test', 'c');
const metrics = artifact('metrics', 'evaluate', 'metrics', 'f');

describe('lineage', () => {
  let records: RecordStore;
  beforeEach(async () => {
    records = openSqliteRecords(':memory:');
    await addRun('1', artifact('model', 'train', 'model', 'd'), 1);
    await addRun('2', artifact('model', 'train', 'model', 'e'), 2);
    return () => records.close();
  });

  async function addRun(digit: string, model: ArtifactReference, startedAtMs: number): Promise<void> {
    const { id: experimentId } = await records.experiments.ensure('orders', 1);
    const id = digit.repeat(32);
    const parameters: RunRecord['parameters'] = { source, seed: 42, l2: startedAtMs, maxMse: 2 };
    await records.runs.create(runOf({ id, experimentId, plan, parameters, startedAtMs }));
    const outputs = { ingest: { rows }, clean: { train, test }, train: { model }, evaluate: { metrics } };
    for (const [step, artifacts] of Object.entries(outputs)) {
      const record = stepOf({ run: id, key: step, node: step, step, outputs: { artifacts, scalars: {} } });
      await records.steps.begin({ ...record, status: 'running' });
      await records.steps.commit(record);
    }
    const version = { model: 'scores', artifact: model, run: id, stepKey: 'release', metrics: {}, createdAtMs: 1 };
    await records.registry.register(version);
  }
  const trace = async (name: string) => traceLineage(records, await findArtifact(records, name));
  const names = (steps: readonly { run: string; step: string }[]) => steps.map(({ run, step }) => `${run[0]} ${step}`);

  it('goes from a version back to the file, with the parameters it depends on and no others', async () => {
    const { from: made, files, parameters } = await trace('scores@2');

    expect(names(made)).toEqual(['2 train', '2 clean', '2 ingest']);
    expect(files).toEqual({ source: source.file });
    expect(parameters).toEqual({ l2: 2, seed: 42 });
  });

  it('goes from a table on to what every run made of it, and to the versions', async () => {
    const { usedBy, versions } = await trace(train.key);

    expect(names(usedBy)).toEqual(['2 train', '2 evaluate', '1 train', '1 evaluate']);
    expect(versions).toEqual([
      { model: 'scores', version: 2 },
      { model: 'scores', version: 1 },
    ]);
  });

  it('tells the outputs of one step apart', async () => {
    expect(names((await trace(test.sha256)).usedBy)).toEqual(['2 evaluate', '1 evaluate']);
    expect((await trace(test.sha256)).versions).toEqual([]);
  });

  it('finds an artifact by its URI and by the beginning of its hash', async () => {
    expect((await findArtifact(records, `s3://bucket/${rows.key}`)).reference).toEqual(rows);
    expect((await findArtifact(records, `file:///artifacts/mine/store/${rows.key}`)).reference).toEqual(rows);
    expect((await findArtifact(records, 'aaaaaaaa')).reference).toEqual(rows);
  });

  it.each([
    ['99999999', 'artifact.unknown'],
    ['aaa', 'artifact.unknown'],
    ['artifacts/orders/ingest/rows/none', 'artifact.unknown'],
    ['scores@9', 'model.version-unknown'],
    ['scores@champion', 'model.version-unknown'],
  ])('refuses %s with %s', async (name, code) => {
    await expect(findArtifact(records, name)).rejects.toMatchObject({ code });
  });
});
