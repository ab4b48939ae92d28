import { expect, it } from 'vitest';
import { meanBaseline } from '../../src/models/mean-baseline.ts';
import { measure } from '../../src/models/measure.ts';
import { reportStep } from '../../src/steps/report-step.ts';
import { runStep } from '../../src/testing/run-step.ts';
import { flats, rentModel, rents } from './flats.ts';

it('writes a card of the model with its metrics, and the same in Markdown', async () => {
  const [model, test] = [rentModel(), flats(50)];
  const metrics = measure(model, test, 'rent', { seed: 1 });
  const baseline = meanBaseline(flats(200), test, 'rent');
  const report = reportStep(rents, { purpose: 'Tells what a flat may cost.', limits: ['It knows one town.'] });

  const { outputs } = await runStep(report, { model, test, metrics, baseline, standing: { kind: 'none' } }, {});

  expect(outputs.card).toMatchObject({ name: 'rents', purpose: 'Tells what a flat may cost.', rows: { test: 50 } });
  expect(outputs.card.metrics[0]).toMatchObject({ value: metrics.mse, baseline: baseline.mse });
  expect(outputs.text).toMatch(/^# rents\n/);
  expect(outputs.text).toContain('It knows one town.');
});
