import { expect, it } from 'vitest';
import { writeLog } from '../../src/runs/write-log.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';
import { completed, runSample, stepSample } from '../conformance/record-store/samples.ts';

it('writes the metrics and tags of a committed step once, however often it is asked to', async () => {
  const records = openSqliteRecords(':memory:');
  const run = runSample();
  await records.runs.create(run);
  const step = completed(stepSample({ run: run.id }));

  for (let time = 0; time < 3; time++) await writeLog(records, step);

  const { items } = await records.logs.history(run.id, 'loss', { limit: 50 });
  expect(items).toHaveLength(step.log!.metrics.length);
  expect(new Set(items.map(({ timestampMs }) => timestampMs))).toEqual(new Set([step.endedAtMs]));
  expect((await records.logs.data(run.id)).tags).toEqual(step.log!.tags);
  await records.close();
});

it('writes nothing of a step that is not committed', async () => {
  const records = openSqliteRecords(':memory:');
  const run = runSample();
  await records.runs.create(run);

  await writeLog(records, stepSample({ run: run.id }));

  expect(await records.logs.data(run.id)).toEqual({ metrics: {}, parameters: {}, tags: {} });
  await records.close();
});
