import { expect, it } from 'vitest';
import { measure } from '../../src/models/measure.ts';
import { releaseStep } from '../../src/steps/release-step.ts';
import { runStep } from '../../src/testing/run-step.ts';
import { flats, rentModel, rents } from './flats.ts';

it('releases the input that is the model, with its metrics and verdict', async () => {
  const model = rentModel();
  const metrics = measure(model, flats(50), 'rent', { seed: 1 });
  const verdict = { passed: true, rules: [] };

  const { released } = await runStep(releaseStep(rents), { model, metrics, verdict }, {});

  expect(released).toEqual([{ model: 'rents', input: 'model', metrics, verdict }]);
});

it('is never reused, whatever its policy says', () => {
  expect(releaseStep(rents, { cache: true, retries: 5 }).policy).toEqual({ cache: false, retries: 5 });
});
