import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNamedArtifact } from '../../../src/cli/find/find-named-artifact.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { runOf, stepOf } from '../records.ts';

const reference = {
  type: 'table',
  key: 'artifacts/orders/ingest/rows/1',
  sha256: '1'.repeat(64),
  sizeBytes: 1,
} as const;

describe('findNamedArtifact', () => {
  let folder: string;
  let records: RecordStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    records = openSqliteRecords(join(folder, 'records.sqlite'));
    const { id: experimentId } = await records.experiments.ensure('orders', 1);
    await records.runs.create(runOf({ experimentId, status: 'running' }));
    await records.steps.begin(stepOf({ status: 'running' }));
    await records.steps.commit(stepOf({ outputs: { artifacts: { rows: reference }, scalars: {} } }));
  });
  afterAll(async () => {
    await records.close();
    await rm(folder, { recursive: true });
  });

  it('finds the output of a step of a run', async () => {
    await expect(findNamedArtifact(records, 'latest/ingest.rows')).resolves.toMatchObject({ reference });
  });

  it.each([
    ['latest/ingest.row', 'did you mean latest/ingest.rows?'],
    ['latest/igest.rows', 'did you mean latest/ingest.rows?'],
    ['latest/train.model', 'name one of these'],
  ])('knows no %s, and lists what the run has', async (seen, mend) => {
    await expect(findNamedArtifact(records, seen)).rejects.toMatchObject({
      code: 'artifact.unknown',
      facts: { seen, allowed: 'ingest.rows', mend },
    });
  });
});
