import { describe, expect, it } from 'vitest';
import { decodeModel } from '../../../src/models/codec/decode-model.ts';
import { encodeModel } from '../../../src/models/codec/encode-model.ts';
import { measure } from '../../../src/models/measure.ts';
import { parseInvocations } from '../../../src/serving/input/parse-invocations.ts';
import { trainedOnFlights } from './made-flights.ts';

describe('train', () => {
  it.each(['linear', 'ridge'] as const)('finds by %s what makes made flights late', async (kind) => {
    const { model, test } = await trainedOnFlights(3000, kind);
    const { mse } = measure(model, test, 'delay', { seed: 1 });
    expect(mse).toBeLessThan(150);
    const late = model.document.coefficients.find(({ column }) => column === 'origin=ORD');
    expect(late!.coefficient).toBeGreaterThan(12);
    expect(model.document.trainer.name).toBe(kind);
  });

  it('takes flights as a caller sends them: an instant as text, an airport never seen', async () => {
    const { model } = await trainedOnFlights();
    const served = decodeModel(encodeModel(model));
    const flight = { date: '2001-02-03T17:05:00Z', distance: null, origin: 'XYZ', destination: 'ATL' };
    const body = JSON.stringify({ dataframe_records: [flight, { ...flight, date: Date.UTC(2001, 1, 3, 17, 5) }] });
    const [first, second] = served.predict(parseInvocations(body, 'application/json', served.signature));
    expect(first).toBe(second);
    expect(first).toBeGreaterThan(0);
  });
});
