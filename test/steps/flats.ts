import { tableOf } from '../../src/data/table-of.ts';
import { trainLinear } from '../../src/models/linear/train-linear.ts';
import { table } from '../../src/pipeline/artifact-types.ts';

const rows = table({ area: 'float', rent: 'float' });

/** A model of rents, as a pipeline declares it. */
export const rents = { name: 'rents', features: { area: 'float' }, rows, target: 'rent' } as const;

/** Flats whose rent is 10 a square metre and a little noise. */
export function flats(count: number) {
  const area = Array.from({ length: count }, (_, row) => 20 + ((row * 37) % 101));
  return tableOf(rows.columns, { area, rent: area.map((value, row) => 10 * value + ((row * 29) % 31)) });
}

/** The model that fits them. */
export function rentModel() {
  return trainLinear({ table: flats(200), features: ['area'], target: 'rent' });
}
