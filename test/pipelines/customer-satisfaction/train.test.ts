import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../../pipelines/customer-satisfaction/columns.ts';
import { train } from '../../../pipelines/customer-satisfaction/train.ts';
import { encodeModel } from '../../../src/models/codec/encode-model.ts';
import { evaluate } from '../../../src/models/evaluate.ts';
import { cleanedRows } from './sample-rows.ts';
import { quietContext } from './step-contexts.ts';

async function trained(model: 'linear' | 'ridge', l2 = 1) {
  const cleaned = await cleanedRows();
  const { model: fitted } = await train.run(cleaned, { model, l2 }, quietContext());
  return { fitted, cleaned };
}

describe('train', () => {
  it('carries the imputation inside the model', async () => {
    const { fitted, cleaned } = await trained('linear');
    expect(fitted.document.transforms).toEqual([cleaned.imputation]);
    expect(fitted.signature.inputs.map(({ name }) => name)).toEqual(FEATURES);
  });

  it('passes the penalty to ridge alone', async () => {
    expect((await trained('ridge', 3)).fitted.document.trainer).toEqual({ name: 'ridge', l2: 3 });
    expect((await trained('linear', 3)).fitted.document.trainer).toEqual({ name: 'linear' });
  });

  it('predicts with ridge without a penalty what linear predicts', async () => {
    const [linear, ridge] = [await trained('linear'), await trained('ridge', 0)];
    const { test } = linear.cleaned;
    const expected = evaluate(linear.fitted, test, 'review_score').mse;
    expect(evaluate(ridge.fitted, test, 'review_score').mse / expected).toBeCloseTo(1, 9);
  });

  it.each(['linear', 'ridge'] as const)('gives the same bytes twice with %s', async (kind) => {
    const [once, again] = [await trained(kind), await trained(kind)];
    expect(encodeModel(once.fitted)).toEqual(encodeModel(again.fitted));
  });
});
