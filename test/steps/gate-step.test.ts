import { describe, expect, it } from 'vitest';
import { measure } from '../../src/models/measure.ts';
import type { Model } from '../../src/models/model.ts';
import { gateStep } from '../../src/steps/gate-step.ts';
import { runStep } from '../../src/testing/run-step.ts';
import { againstChampion, atMost } from '../../src/tracking/gate/rule.ts';
import { flats, rentModel, rents } from './flats.ts';

const gate = gateStep(rents, ({ maxMse }: { readonly maxMse: number; readonly seed: number }, standing) => [
  atMost('mse', maxMse),
  againstChampion('mse', standing),
]);

async function judged(maxMse: number, champions: Readonly<Record<string, { version: number; model: Model }>> = {}) {
  const [model, test] = [rentModel(), flats(50)];
  const inputs = { model, test, metrics: measure(model, test, 'rent', { seed: 7 }) };
  return (await runStep(gate, inputs, { maxMse, seed: 7 }, { champions })).outputs;
}

describe('gateStep', () => {
  it('judges by the rules, which see the parameters', async () => {
    expect(await judged(1_000)).toMatchObject({ passed: true, standing: { kind: 'none' }, verdict: { passed: true } });
    expect(await judged(1)).toMatchObject({ passed: false, verdict: { rules: [{ rule: 'mse ≤ 1' }, {}] } });
  });

  it('holds the model against the champion of its name on the test rows', async () => {
    const champion = { version: 3, model: rentModel() };

    const { standing } = await judged(1_000, { rents: champion, others: { ...champion, version: 4 } });

    expect(standing).toMatchObject({ kind: 'compared', version: 3, gains: { mse: { value: 0 } } });
  });

  it('takes a policy', () => {
    expect(gateStep(rents, () => [], { memoryMb: 512 }).policy).toEqual({ memoryMb: 512 });
  });
});
