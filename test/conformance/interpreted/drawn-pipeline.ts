import * as fc from 'fast-check';
import { json, list, scalar } from '../../../src/pipeline/artifact-types.ts';
import { map } from '../../../src/pipeline/map.ts';
import { integer } from '../../../src/pipeline/parameters.ts';
import { pipeline, type Pipeline } from '../../../src/pipeline/pipeline.ts';
import type { Reference } from '../../../src/pipeline/reference.ts';
import { step } from '../../../src/pipeline/step.ts';
import { when } from '../../../src/pipeline/when.ts';

/** One call in a declaration; numbers choose among what is there to be read. */
type Call =
  | { readonly kind: 'step'; readonly left: number; readonly right: number }
  | { readonly kind: 'when'; readonly on: number; readonly body: readonly Call[] }
  | { readonly kind: 'map'; readonly over: number; readonly maxItems: number; readonly body: readonly Call[] };

const seed = step({
  name: 'seed',
  version: '1',
  inputs: {},
  outputs: { value: json<number>() },
  run: (_inputs, { size }: { size: number }) => ({ value: size }),
});
const join = step({
  name: 'join',
  version: '1',
  inputs: { left: json<number>(), right: json<number>() },
  outputs: { value: json<number>(), even: scalar<boolean>(), items: list<number>() },
  run: ({ left, right }) => {
    const value = (left * 31 + right * 17 + 7) % 101;
    return { value, even: value % 2 === 0, items: Array.from({ length: value % 4 }, (_, index) => index + value) };
  },
});
const gather = step({
  name: 'gather',
  version: '1',
  inputs: { values: list<number>() },
  outputs: { value: json<number>() },
  run: ({ values }) => ({ value: values.reduce((sum, value) => (sum * 3 + value) % 101, 1) }),
});

type Value = Reference<number, 'json' | 'item'>;
type Joined = ReturnType<typeof join>;

/** Pipelines of any shape that declaring allows, and a size to run them with. */
export const drawnPipeline: fc.Arbitrary<{ readonly pipeline: Pipeline; readonly size: number }> = fc.record({
  pipeline: calls(2).map(declare),
  size: fc.nat({ max: 100 }),
});

function calls(depth: number): fc.Arbitrary<Call[]> {
  const choice = fc.nat({ max: 20 });
  const one: fc.Arbitrary<Call> = fc.record({ kind: fc.constant('step'), left: choice, right: choice });
  if (depth === 0) return fc.array(one, { maxLength: 2 });
  const body = calls(depth - 1);
  const branch: fc.Arbitrary<Call> = fc.record({ kind: fc.constant('when'), on: choice, body });
  const over: fc.Arbitrary<Call> = fc.record({
    kind: fc.constant('map'),
    over: choice,
    maxItems: fc.constantFrom(4, 50), // inline and distributed
    body,
  });
  return fc.array(fc.oneof(one, one, branch, over), { maxLength: 5 });
}

function declare(drawn: readonly Call[]): Pipeline {
  return pipeline('drawn', { parameters: { size: integer() } }, ({ size }) => {
    const { value } = seed({}, { size });
    draw(drawn, [value], [join({ left: value, right: value })]);
  });
}

/** Bodies of maps may branch and map only on what was joined inside of them. */
function draw(drawn: readonly Call[], readable: readonly Value[], local: readonly Joined[]): void {
  const [values, joined] = [[...readable], [...local]];
  const pick = <T>(from: readonly T[], choice: number) => from[choice % from.length]!;
  for (const call of drawn) {
    if (call.kind === 'step') {
      const made = join({ left: pick(values, call.left), right: pick(values, call.right) });
      values.push(made.value);
      joined.push(made);
    } else if (call.kind === 'when') {
      when(pick(joined, call.on).even, () => {
        join({ left: pick(values, call.on), right: values[0]! });
        draw(call.body, values, joined);
      });
    } else {
      const mapped = map(pick(joined, call.over).items, { maxItems: call.maxItems, concurrency: 2 }, (item) => {
        const first = join({ left: item, right: pick(values, call.over) });
        draw(call.body, [...values, first.value], [first]);
        return first.value;
      });
      values.push(gather({ values: mapped }).value);
    }
  }
}
