import { json, list, metrics, scalar } from '../../../src/pipeline/artifact-types.ts';
import { map } from '../../../src/pipeline/map.ts';
import { flag, integer } from '../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { when } from '../../../src/pipeline/when.ts';
import { SluiceError } from '../../../src/errors/sluice-error.ts';

/** Small pipelines that every stack must run alike. Inline steps, so they carry versions. */
const seed = step({
  name: 'seed',
  version: '1',
  inputs: {},
  outputs: { value: json<number>(), items: list<number>(), scores: metrics<{ size: number }>() },
  run: (_inputs, { size }: { size: number }, { log }) => {
    log.parameter('size', size);
    return { value: size, items: Array.from({ length: size }, (_, index) => index * 10), scores: { size } };
  },
});
const double = step({
  name: 'double',
  version: '1',
  inputs: { value: json<number>() },
  outputs: { value: json<number>() },
  run: ({ value }) => ({ value: value * 2 }),
});
const total = step({
  name: 'total',
  version: '1',
  inputs: { values: list<number>() },
  outputs: { sum: json<number>() },
  run: ({ values }) => ({ sum: values.reduce((sum, value) => sum + value, 0) }),
});
const decide = step({
  name: 'decide',
  version: '1',
  inputs: {},
  outputs: { go: scalar<boolean>() },
  policy: { cache: false },
  run: (_inputs, { go }: { go: boolean }) => ({ go }),
});

export const chain = pipeline('chain', { parameters: { size: integer({ default: 3 }) } }, ({ size }) => {
  const first = seed({}, { size });
  double({ value: double({ value: first.value }).value });
});

export const condition = pipeline('condition', { parameters: { go: flag({ default: true }) } }, ({ go }) => {
  const decided = decide({}, { go });
  when(decided.go, () => void seed({}, { size: 1 }));
});

export const mapped = pipeline('mapped', { parameters: { size: integer({ default: 3 }) } }, ({ size }) => {
  const { items } = seed({}, { size });
  const doubled = map(items, { maxItems: 40, concurrency: 4 }, (value) => double({ value }).value);
  total({ values: doubled });
});

const attempts = new Map<string, number>();
const flaky = step({
  name: 'flaky',
  version: '1',
  inputs: {},
  outputs: { attempts: json<number>() },
  policy: { cache: false, retries: 2, backoffMs: 1 },
  run: (_inputs, { failures, key }: { failures: number; key: number }) => {
    const attempt = attempts.get(String(key)) ?? 0;
    attempts.set(String(key), attempt + 1);
    if (attempt < failures) throw new Error(`failing on purpose, attempt ${attempt}`);
    return { attempts: attempt + 1 };
  },
});

/** `key` keeps runs of one process apart. */
export const retried = pipeline(
  'retried',
  { parameters: { failures: integer(), key: integer() } },
  ({ failures, key }) => void flaky({}, { failures, key }),
);

const broken = step({
  name: 'broken',
  version: '1',
  inputs: {},
  outputs: {},
  policy: { retries: 2, backoffMs: 1 },
  run: () => {
    throw new SluiceError({ code: 'test.permanent', message: 'broken on purpose', mend: 'nothing' });
  },
});

export const failing = pipeline('failing', { parameters: {} }, () => {
  broken({});
  when(decide({}, { go: true }).go, () => void seed({}, { size: 1 }));
});
