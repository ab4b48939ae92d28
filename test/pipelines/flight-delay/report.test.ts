import { expect, it } from 'vitest';
import { evaluate } from '../../../pipelines/flight-delay/evaluate.ts';
import { report } from '../../../pipelines/flight-delay/report.ts';
import { quietContext } from '../customer-satisfaction/step-contexts.ts';
import { trainedOnFlights } from './made-flights.ts';

it('writes a card of the model with its metrics, and the same in Markdown', async () => {
  const trained = await trainedOnFlights(1000);
  const measured = await evaluate.run(trained, { seed: 1 }, quietContext());

  const { card, text } = await report.run({ ...trained, ...measured, standing: { kind: 'none' } }, {}, quietContext());

  expect(card).toMatchObject({ name: 'flight-delay', rows: { test: trained.test.rowCount } });
  expect(card.metrics[0]).toMatchObject({ value: measured.metrics.mse, baseline: measured.baseline.mse });
  expect(card.inputs).toHaveLength(4);
  expect(text).toMatch(/^# flight-delay\n/);
});
