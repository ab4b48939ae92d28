import { formatCsvRow } from '../../../src/data/csv/format.ts';
import { makeOrder } from './make-order.ts';
import { OLIST_COLUMNS } from './olist-row.ts';
import { Random } from './random.ts';

const CHUNK_CHARACTERS = 1 << 18;

export interface GeneratedOrders {
  /** Rows below the header: items, of which an order may have several. */
  readonly rows: number;
  /** Equal seeds give equal bytes, on every machine. */
  readonly seed: number;
}

/**
 * A CSV file in the shape of Olist's (33 columns, its ranges, its shares of missing values), in chunks.
 * Generated, not real: no order, customer, seller, product or comment in it ever was; what a model learns from it is
 * what `makeScore` put in, and no statement about anyone's customers.
 */
export function* generateOrders({ rows, seed }: GeneratedOrders): Generator<Uint8Array> {
  const random = new Random(seed);
  let text = formatCsvRow(OLIST_COLUMNS);
  for (let row = 0; row < rows;) {
    const order = makeOrder(random, row).slice(0, rows - row);
    for (const line of order) text += formatCsvRow(OLIST_COLUMNS.map((name) => line[name]));
    row += order.length;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
