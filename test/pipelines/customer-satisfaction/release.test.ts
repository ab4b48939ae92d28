import { expect, it } from 'vitest';
import { release } from '../../../pipelines/customer-satisfaction/release.ts';
import type { Releaser, ReleaseRequest } from '../../../src/pipeline/step-context.ts';
import { quietContext } from './step-contexts.ts';
import { measure } from '../../../src/models/measure.ts';
import { trainedModel } from './trained-model.ts';

it('releases the input that is the model, with its metrics and verdict', async () => {
  const requests: ReleaseRequest[] = [];
  const registry: Releaser = {
    champion: async () => undefined,
    release: async (request) => {
      requests.push(request);
      return { model: request.model, version: 1, alias: 'champion' };
    },
  };
  const { model, test } = await trainedModel(200);
  const metrics = measure(model, test, 'review_score', { seed: 1 });
  const verdict = { passed: true, rules: [] };

  await release.run({ model, metrics, verdict }, {}, { ...quietContext(), registry });

  expect(requests).toEqual([{ model: 'customer-satisfaction', input: 'model', metrics, verdict }]);
});
