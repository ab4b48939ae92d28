import { json, list, scalar } from '../../../src/pipeline/artifact-types.ts';
import { map } from '../../../src/pipeline/map.ts';
import { file } from '../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { when } from '../../../src/pipeline/when.ts';
import type { SourceFile } from '../../../src/data/source-file.ts';

const cut = step({
  name: 'cut',
  inputs: {},
  outputs: { parts: list<number>(), any: scalar<boolean>() },
  run: (_inputs, _parameters: { source: SourceFile }) => ({ parts: [1, 2], any: true }),
});
const fit = step({
  name: 'fit',
  inputs: { part: json<number>() },
  outputs: { fitted: json<number>() },
  run: ({ part }) => ({ fitted: part }),
});
const merge = step({
  name: 'merge',
  inputs: { all: list<number>() },
  outputs: { best: json<number>() },
  policy: { cache: false },
  run: ({ all }) => ({ best: Math.max(...all) }),
});
const tell = step({
  name: 'tell',
  inputs: { best: json<number>() },
  outputs: {},
  registry: 'release',
  run: () => ({}),
});

/** A map that AWS runs as a Distributed Map, and a branch. */
export const folds = pipeline(
  'folds',
  { parameters: { source: file(), other: file() }, concurrency: 'replace' },
  ({ source }) => {
    const { parts, any } = cut({}, { source });
    const fitted = map(parts, { maxItems: 1_000, concurrency: 10 }, (part) => fit({ part }).fitted);
    const { best } = merge({ all: fitted });
    when(any, () => {
      tell({ best });
    });
  },
);
