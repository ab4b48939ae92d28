import { expect, it } from 'vitest';
import { evaluate } from '../../../pipelines/customer-satisfaction/evaluate.ts';
import { report } from '../../../pipelines/customer-satisfaction/report.ts';
import { quietContext } from './step-contexts.ts';
import { trainedModel } from './trained-model.ts';

it('writes a card of the model with its metrics, and the same in Markdown', async () => {
  const trained = await trainedModel(500);
  const measured = await evaluate.run(trained, { seed: 1 }, quietContext());

  const { card, text } = await report.run({ ...trained, ...measured, standing: { kind: 'none' } }, {}, quietContext());

  expect(card).toMatchObject({ name: 'customer-satisfaction', rows: { test: trained.test.rowCount } });
  expect(card.metrics[0]).toMatchObject({ value: measured.metrics.mse, baseline: measured.baseline.mse });
  expect(card.inputs).toHaveLength(12);
  expect(text).toMatch(/^# customer-satisfaction\n/);
});
