import type { TableStream } from '../../src/data/table-stream.ts';
import type { Table } from '../../src/data/table.ts';
import { scalar, streamed, table } from '../../src/pipeline/artifact-types.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';

// Never run: `tsc` is the test, and an error that does not come is an unused `@ts-expect-error`.
const columns = { price: 'float', city: 'text' } as const;
const orders = table(columns);
const cities = table({ city: 'text' });
declare const stream: TableStream<typeof columns>;
declare const whole: Table<typeof columns>;

const giveStream = step({
  name: 'give-stream',
  inputs: {},
  outputs: { rows: streamed(orders) },
  run: () => ({ rows: stream }),
});
const giveWhole = step({ name: 'give-whole', inputs: {}, outputs: { rows: orders }, run: () => ({ rows: whole }) });
const giveCities = step({ name: 'give-cities', inputs: {}, outputs: { rows: cities }, run: () => null as never });
const takeStream = step({
  name: 'take-stream',
  inputs: { rows: streamed(orders) },
  outputs: {},
  run: async ({ rows }) => {
    for await (const batch of rows.batches()) void batch.column('price').values;
    // @ts-expect-error a stream has no columns in memory
    void rows.column('price');
    return {};
  },
});
const takeWhole = step({
  name: 'take-whole',
  inputs: { rows: orders },
  outputs: { count: scalar<number>() },
  run: ({ rows: { rowCount } }) => ({ count: rowCount }),
});

// @ts-expect-error a table where a stream is declared
step({ name: 'wrong', inputs: {}, outputs: { rows: streamed(orders) }, run: () => ({ rows: whole }) });
// @ts-expect-error a stream where a table is declared
step({ name: 'wrong', inputs: {}, outputs: { rows: orders }, run: () => ({ rows: stream }) });

export const joins = () =>
  pipeline('joins', { parameters: {} }, () => {
    takeStream(giveStream({}));
    takeStream(giveWhole({}));
    takeWhole(giveStream({}));
    takeWhole(giveWhole({}));
    // @ts-expect-error a stream of other columns
    takeStream(giveCities({}));
  });
