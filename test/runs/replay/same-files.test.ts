import { beforeEach, describe, expect, it } from 'vitest';
import { sameFiles } from '../../../src/runs/replay/same-files.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { runOf } from '../../cli/records.ts';

const file = (uri: string, digit: string) => ({ file: { uri, name: 'o.csv', sha256: digit.repeat(64), sizeBytes: 1 } });
const origin = { kind: 'resume', run: 'a'.repeat(32) } as const;

describe('sameFiles', () => {
  let records: RecordStore;
  beforeEach(async () => {
    records = openSqliteRecords(':memory:');
    await records.runs.create(runOf({ parameters: { source: file('file:///a', '1'), l2: 1 } }));
    return () => records.close();
  });

  it('takes the same bytes, wherever they lie, under the name that they had', async () => {
    const uploaded = { file: { ...file('s3://b/1111', '1').file, name: '1111' } };
    expect(await sameFiles(records, origin, { source: uploaded, l2: 2 })).toEqual({
      source: file('s3://b/1111', '1'),
      l2: 2,
    });
  });

  it('refuses other bytes', async () => {
    const parameters = { source: file('file:///a', '2'), l2: 1 };
    await expect(sameFiles(records, origin, parameters)).rejects.toMatchObject({ code: 'run.file-changed' });
  });

  it('refuses to go on with a run that is not known', async () => {
    const unknown = { ...origin, run: 'f'.repeat(32) };
    await expect(sameFiles(records, unknown, {})).rejects.toMatchObject({ code: 'run.unknown' });
  });
});
