import { json, scalar, table } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { choice, file, number } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { when } from '../../src/pipeline/when.ts';
import { clean, evaluate, gate, ingest, release, train } from '../pipeline/example.ts';

// Never run: `tsc` is the test, and an error that does not come is an unused `@ts-expect-error`.
const otherRows = table({ price: 'text', freight: 'float', score: 'int' });
const other = step({ name: 'other', inputs: {}, outputs: { rows: otherRows }, run: () => null as never });
const solver = step({
  name: 'solver',
  inputs: {},
  outputs: {},
  run: (_inputs, _parameters: { kind: 'linear' | 'ridge' }) => ({}),
});

export const wrong = () =>
  pipeline(
    'wrong',
    { parameters: { source: file(), n: number(), kind: choice(['linear', 'ridge']), word: choice(['a', 'b']) } },
    (parameters) => {
      const { rows } = ingest({}, { source: parameters.source });
      solver({}, { kind: parameters.kind });
      solver({}, { kind: 'ridge' });
      // @ts-expect-error a choice of other words
      solver({}, { kind: parameters.word });
      // @ts-expect-error a table is not a model
      evaluate({ model: rows, rows });
      // @ts-expect-error a column of another kind
      clean({ rows: other({}).rows });
      // @ts-expect-error missing input
      clean({});
      // @ts-expect-error unknown input
      clean({ rows, extra: rows });
      // @ts-expect-error required parameter missing
      ingest({});
      // @ts-expect-error a number where a file is wanted
      ingest({}, { source: parameters.n });
      // @ts-expect-error a path where a file parameter is wanted
      ingest({}, { source: 'orders.csv' });
      // @ts-expect-error unknown parameter
      train({ rows }, { l3: 1 });
      // @ts-expect-error literal of the wrong type
      train({ rows }, { l2: 'much' });
      const fitted = train({ rows }, { l2: parameters.n });
      // @ts-expect-error no such output
      void fitted.modle;
      // @ts-expect-error a condition is a scalar, not an artifact
      when(rows, () => {});
      // @ts-expect-error a condition is boolean
      when(parameters.n, () => {});
      // @ts-expect-error a reference has no value yet
      if (gate(evaluate({ model: fitted.model, rows }), { maxMse: 1 }).passed === true)
        release({ model: fitted.model });
      // @ts-expect-error a map needs a list
      map(rows, { maxItems: 3, concurrency: 1 }, (item) => item);
    },
  );

// @ts-expect-error an output of the wrong type
step({ name: 'bad', inputs: {}, outputs: { a: scalar<number>() }, run: () => ({ a: 'x' }) });
// @ts-expect-error an output missing
step({ name: 'bad', inputs: {}, outputs: { a: json<number>(), b: json<number>() }, run: () => ({ a: 1 }) });
step({
  name: 'curious',
  inputs: {},
  outputs: {},
  // @ts-expect-error no registry without asking for it
  run: async (_inputs, _parameters: {}, { registry }) => void registry,
});
step({
  name: 'reader',
  inputs: {},
  outputs: {},
  registry: 'read',
  run: async (_inputs, _parameters: {}, { registry }) => {
    // @ts-expect-error reading is not releasing
    await registry.release();
    return {};
  },
});
