import { indexShare } from '../../../data/key-share.ts';
import { rowsWhere, selectRows } from '../../../data/select-rows.ts';
import { step } from '../../../pipeline/step.ts';
import { flats } from './columns.ts';

interface Split {
  readonly seed: number;
  /** From 0 to 1. */
  readonly testShare: number;
}

/** Keeps a share of the rows for testing. Where rows belong together (orders of a customer), split by their key with `keyShare`. */
export const split = step({
  name: 'split',
  inputs: { rows: flats },
  outputs: { train: flats, test: flats },
  run: ({ rows }, { seed, testShare }: Split) => {
    const side = (test: boolean) => rowsWhere(rows.rowCount, (row) => indexShare(row, seed) < testShare === test);
    return { train: selectRows(rows, side(false)), test: selectRows(rows, side(true)) };
  },
});
