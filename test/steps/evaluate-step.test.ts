import { expect, it } from 'vitest';
import { meanBaseline } from '../../src/models/mean-baseline.ts';
import { measure } from '../../src/models/measure.ts';
import { evaluateStep } from '../../src/steps/evaluate-step.ts';
import { runStep } from '../../src/testing/run-step.ts';
import { flats, rentModel, rents } from './flats.ts';

it('measures the model on the test rows, beside the mean of the training rows', async () => {
  const [model, train, test] = [rentModel(), flats(200), flats(50)];

  const { outputs } = await runStep(evaluateStep(rents), { model, train, test }, { seed: 7 });

  expect(outputs.metrics).toEqual(measure(model, test, 'rent', { seed: 7 }));
  expect(outputs.baseline).toEqual(meanBaseline(train, test, 'rent'));
});

it('is run as its policy says', () => {
  expect(evaluateStep(rents, { memoryMb: 3_008 }).policy).toEqual({ memoryMb: 3_008 });
});
