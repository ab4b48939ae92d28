import type { Stack } from '../../stacks/stack.ts';
import type { ReleasedVersion } from '../../tracking/step-record.ts';
import { exampleBody } from './example-body.ts';
import { invokeModel } from './invoke-model.ts';

/** A request of a released model, and what it answered; both JSON. */
export interface Prediction {
  readonly model: string;
  readonly body: string;
  readonly answer: string;
}

/** Sends a release its own example. Throws as `exampleBody` and `invokeModel`. */
export async function predictOnce(stack: Stack, release: ReleasedVersion): Promise<Prediction> {
  const body = await exampleBody(stack, release);
  const answer = await invokeModel(stack.deployer, release.model, body, 'application/json');
  return { model: release.model, body, answer };
}
