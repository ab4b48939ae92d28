import { keyShare } from '../../src/data/key-share.ts';
import { rowsWhere, selectRows } from '../../src/data/select-rows.ts';
import type { Table } from '../../src/data/table.ts';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { applyDateParts, dateParts } from '../../src/models/transforms/date-parts.ts';
import { fitOneHot } from '../../src/models/transforms/fit-one-hot.ts';
import { fitImpute } from '../../src/models/transforms/impute.ts';
import type { Transform } from '../../src/models/transforms/transform.ts';
import { json } from '../../src/pipeline/artifact-types.ts';
import { step } from '../../src/pipeline/step.ts';
import { flights, TARGET } from './columns.ts';

interface Preparation {
  readonly seed: number;
  /** Of the flights, from 0 to 1. */
  readonly testShare: number;
  /** Airports with a column of their own, the rest together. */
  readonly airports: number;
}
type Rows = Table<typeof flights.columns>;

/**
 * Drops flights without a delay, splits by when, whence and whither, and fits the transforms on the training rows alone.
 * Throws `prepare.too-few-rows` or `model.column-all-missing`.
 */
export const prepare = step({
  name: 'prepare',
  inputs: { rows: flights },
  outputs: { train: flights, test: flights, transforms: json<readonly Transform[]>() },
  policy: { memoryMb: 3_008 },
  run: ({ rows }, { seed, testShare, airports }: Preparation, { log }) => {
    const { train, test } = split(rows, seed, testShare);
    log.metric('rows.without_delay', rows.rowCount - train.rowCount - test.rowCount);
    log.metric('rows.test', test.rowCount);
    if (train.rowCount === 0 || test.rowCount === 0) throw tooFewRows(rows, train, test);
    return { train, test, transforms: fitTransforms(train, airports) };
  },
});

/** The hour and the weekday of departure and the frequent airports as indicators, the distance as it is. */
function fitTransforms(train: Rows, airports: number): Transform[] {
  const parts = dateParts(['date'], ['hour', 'weekday']);
  const dated = applyDateParts(parts, train);
  return [
    parts,
    fitImpute(dated, ['distance']),
    fitOneHot(dated, ['date.hour', 'date.weekday']),
    fitOneHot(dated, ['origin', 'destination'], { maxCategories: airports }),
  ];
}

/** A flight has no number here: the same one twice, as in a corrected file, is on one side by its own data. */
function split(rows: Rows, seed: number, testShare: number): { readonly train: Rows; readonly test: Rows } {
  const { values: dates } = rows.column('date');
  const { values: delays } = rows.column(TARGET);
  const [origins, destinations] = [rows.column('origin'), rows.column('destination')];
  const isTest = Uint8Array.from({ length: rows.rowCount }, (_, row) => {
    return Number(keyShare(`${dates[row]} ${origins.at(row)} ${destinations.at(row)}`, seed) < testShare);
  });
  const side = (test: number) => rowsWhere(rows.rowCount, (row) => isTest[row] === test && !Number.isNaN(delays[row]));
  return { train: selectRows(rows, side(0)), test: selectRows(rows, side(1)) };
}

function tooFewRows(rows: Rows, train: Rows, test: Rows): SluiceError {
  return new SluiceError({
    code: 'prepare.too-few-rows',
    message: 'after the split there is nothing to train or to test on',
    seen: `${rows.rowCount} flights, of them ${train.rowCount} to train and ${test.rowCount} to test`,
    allowed: 'flights with a delay on both sides',
    mend: 'give a file with more flights, or a testShare nearer to 0.5',
  });
}
