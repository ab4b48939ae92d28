import { prepare } from '../../../pipelines/flight-delay/prepare.ts';
import { train } from '../../../pipelines/flight-delay/train.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import { keyShare } from '../../../src/data/key-share.ts';
import { quietContext } from '../customer-satisfaction/step-contexts.ts';

const AIRPORTS = ['ATL', 'ATL', 'ATL', 'ORD', 'ORD', 'DFW', 'LAX', 'SEA'];
const MINUTE_MS = 60_000;
const columns = { date: 'time', distance: 'float', origin: 'text', destination: 'text', delay: 'float' } as const;

/** Flights whose delay grows with the hour and from Chicago. */
export function madeFlights(count: number) {
  const rows = Array.from({ length: count }, (_, row) => row);
  const airport = (row: number, salt: number) => AIRPORTS[Math.floor(keyShare(String(row), salt) * AIRPORTS.length)]!;
  const date = rows.map((row) => Date.UTC(2001, 0, 1) + Math.floor(keyShare(String(row), 3) * 40_000) * MINUTE_MS);
  const origin = rows.map((row) => airport(row, 1));
  const noise = rows.map((row) => 40 * keyShare(String(row), 4) - 20);
  return tableOf(columns, {
    date,
    distance: rows.map((row) => (row % 50 === 7 ? Number.NaN : 100 + Math.floor(keyShare(String(row), 5) * 2000))),
    origin,
    destination: rows.map((row) => (row % 40 === 3 ? undefined : airport(row, 2))),
    delay: rows.map((row) => {
      if (row % 100 === 11) return Number.NaN;
      return new Date(date[row]!).getUTCHours() + (origin[row] === 'ORD' ? 15 : 0) + noise[row]!;
    }),
  });
}

export const preparation = { seed: 42, testShare: 0.25, airports: 3 };

/** Made flights, split, and a model of them. */
export async function trainedOnFlights(count = 2000, model: 'linear' | 'ridge' = 'linear') {
  const context = quietContext();
  const parts = await prepare.run({ rows: madeFlights(count) }, preparation, context);
  const fitted = await train.run(parts, { model, seed: 42 }, context);
  return { ...parts, model: fitted.model };
}
