import { stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findFlights, realFlights } from '../../../pipelines/flight-delay/real-flights.ts';

describe('the real flights', () => {
  it('are the file of the package, byte for byte', async () => {
    let sizeBytes = 0;
    for (const chunk of realFlights.generate({ rows: realFlights.rows })) sizeBytes += chunk.length;
    expect(sizeBytes).toBe((await stat(findFlights())).size);
  });

  it('are no more and no fewer', () => {
    expect(() => [...realFlights.generate({ rows: 1000 })]).toThrow(
      expect.objectContaining({ code: 'sample.fixed-rows' }),
    );
  });

  it('are not there without the package, and say how to come by it', () => {
    expect(() => findFlights('vega-datasets-of-elsewhere')).toThrow(
      expect.objectContaining({ code: 'sample.not-installed' }),
    );
  });
});
