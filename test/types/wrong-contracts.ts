import { table } from '../../src/pipeline/artifact-types.ts';

// Never run: `tsc` is the test, and an error that does not come is an unused `@ts-expect-error`.
export const wrong = () => [
  table({ price: 'float', state: 'text' }, { columns: { price: { min: 0 }, state: { oneOf: ['SP'] } } }),
  // @ts-expect-error a column that is not there
  table({ price: 'float' }, { columns: { prize: { min: 0 } } }),
  // @ts-expect-error a form of numbers
  table({ price: 'float' }, { columns: { price: { matches: '1' } } }),
  // @ts-expect-error a range of texts
  table({ state: 'text' }, { columns: { state: { min: 0 } } }),
  // @ts-expect-error categories of the other kind
  table({ state: 'text' }, { columns: { state: { oneOf: [1] } } }),
];
