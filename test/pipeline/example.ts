import { json, list, metrics, model, scalar, table } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { file, number } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { when } from '../../src/pipeline/when.ts';
import type { SourceFile } from '../../src/data/source-file.ts';

export const orders = table({ price: 'float', freight: 'float', score: 'int' });
const features = { price: 'float', freight: 'float' } as const;
interface Scores {
  readonly mse: number;
  readonly r2: number;
}
const unreachable = (): never => {
  throw new Error('these steps are drawn, never run');
};

export const ingest = step({
  name: 'ingest',
  inputs: {},
  outputs: { rows: orders },
  run: (_inputs, _parameters: { source: SourceFile }) => unreachable(),
});
export const clean = step({
  name: 'clean',
  inputs: { rows: orders },
  outputs: { train: orders, test: orders, folds: list<number>() },
  run: ({ rows }) => ({ train: rows, test: rows, folds: [1, 2, 3] }),
});
export const train = step({
  name: 'train',
  inputs: { rows: orders },
  outputs: { model: model(features) },
  policy: { memoryMb: 2_048, retries: 3 },
  run: (_inputs, _parameters: { l2?: number }) => unreachable(),
});
export const score = step({
  name: 'score',
  inputs: { fold: json<number>(), rows: orders },
  outputs: { mse: json<number>() },
  run: ({ fold }) => ({ mse: fold }),
});
export const evaluate = step({
  name: 'evaluate',
  inputs: { model: model(features), rows: orders },
  outputs: { metrics: metrics<Scores>() },
  run: () => ({ metrics: { mse: 1, r2: 0.1 } }),
});
export const gate = step({
  name: 'gate',
  inputs: { metrics: metrics<Scores>() },
  outputs: { passed: scalar<boolean>() },
  policy: { cache: false },
  registry: 'read',
  run: async ({ metrics: scores }, { maxMse }: { maxMse: number }, { registry }) => ({
    passed: scores.mse <= maxMse && (await registry.champion('m')) === undefined,
  }),
});
export const release = step({
  name: 'release',
  inputs: { model: model(features) },
  outputs: {},
  policy: { cache: false },
  registry: 'release',
  run: () => ({}),
});

export const satisfaction = pipeline(
  'satisfaction',
  { parameters: { source: file(), maxMse: number({ default: 2 }) } },
  (parameters) => {
    const { rows } = ingest({}, { source: parameters.source });
    const parts = clean({ rows });
    const fitted = train({ rows: parts.train });
    map(parts.folds, { maxItems: 40, concurrency: 10 }, (fold) => score({ fold, rows: parts.train }).mse);
    const { metrics: scores } = evaluate({ model: fitted.model, rows: parts.test });
    const { passed } = gate({ metrics: scores }, { maxMse: parameters.maxMse });
    when(passed, () => {
      release({ model: fitted.model });
    });
  },
);
