import { describe, expect, it } from 'vitest';
import { customerSatisfaction } from '../../../../pipelines/customer-satisfaction/pipeline.ts';
import { generateOrders } from '../../../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import { json, list, scalar } from '../../../../src/pipeline/artifact-types.ts';
import { map } from '../../../../src/pipeline/map.ts';
import { type Pipeline, pipeline } from '../../../../src/pipeline/pipeline.ts';
import { step } from '../../../../src/pipeline/step.ts';
import { estimateRun } from '../../../../src/stacks/aws/estimate/estimate-run.ts';
import { suppose } from '../../../../src/stacks/aws/estimate/suppose.ts';
import { chain } from '../../../conformance/orchestrator/pipelines/chain/pipeline.ts';
import { distributed } from '../../../conformance/orchestrator/pipelines/distributed/pipeline.ts';
import { inTurn } from '../../../conformance/orchestrator/pipelines/in-turn/pipeline.ts';
import { mapped } from '../../../conformance/orchestrator/pipelines/mapped/pipeline.ts';
import { type CountedRun, countedDeployment } from './counted-run.ts';

const seed = step({
  name: 'seed',
  version: '1',
  inputs: {},
  outputs: { items: list<number>() },
  run: (_inputs, _parameters: {}, { log }) => {
    log.parameters({ first: 1, last: 2 });
    return { items: [1, 2] };
  },
});
const spread = step({
  name: 'spread',
  version: '1',
  inputs: { item: json<number>() },
  outputs: { parts: list<number>(), count: scalar<number>() },
  run: ({ item }) => ({ parts: [item, item + 10], count: 2 }),
});
const pair = step({
  name: 'pair',
  version: '1',
  inputs: { item: json<number>(), part: json<number>() },
  outputs: { out: json<string>() },
  run: ({ item, part }, { count }: { count: number }) => ({ out: `${item} ${part} ${count}` }),
});
const join = step({
  name: 'join',
  version: '1',
  inputs: { values: list<string>() },
  outputs: { text: json<string>() },
  run: ({ values }, _parameters: {}, { log }) => {
    for (const epoch of Array(30).keys()) log.metrics({ loss: 1 / (epoch + 1), length: values.length }, epoch);
    log.tag('by', 'comma');
    return { text: values.join() };
  },
});
/** A map within a Distributed Map, whose innermost step takes an item of each. */
const nested = pipeline('nested', { parameters: {} }, () => {
  const texts = map(seed({}).items, { maxItems: 50, concurrency: 1 }, (item) => {
    const { parts, count } = spread({ item });
    return join({ values: map(parts, { maxItems: 4, concurrency: 1 }, (part) => pair({ item, part }, { count }).out) })
      .text;
  });
  join({ values: texts });
});

const estimate = (drawn: Pipeline, { steps }: CountedRun, items = 0) =>
  estimateRun(drawn, { ...suppose({ items: new Map(), ran: steps }), itemsOf: () => items });

/** What is foretold to the last one; units of DynamoDB are at most as planned, because records have room to grow. */
function exactly({
  requests: { records, objectReads, objectWrites },
  invocations,
}: Pick<CountedRun, 'requests' | 'invocations'>) {
  return { records, objectReads, objectWrites, invocations };
}

function unitsOf({ requests: { readUnits, writeUnits } }: Pick<CountedRun, 'requests'>): number[] {
  return [readUnits, writeUnits];
}

function isAtLeast(counted: readonly number[]): (planned: readonly number[]) => boolean {
  return (planned) => planned.every((units, index) => units >= counted[index]!);
}

describe('estimateRun', () => {
  it.each([
    [chain, undefined, 1],
    [inTurn, undefined, 1],
    [mapped, 4, 1],
    [distributed, 45, 1 + 45],
    [nested, 2, 1 + 2],
  ])('foretells every request and state of $name', async (drawn, items, executions) => {
    const deployment = countedDeployment(drawn);
    await deployment.ensureExperiment();

    const counted = await deployment.run('size' in drawn.parameters && items !== undefined ? { size: items } : {});

    expect(counted.status).toBe('completed');
    const planned = estimate(drawn, counted, items);
    expect(exactly(planned)).toEqual(exactly(counted));
    expect(unitsOf(planned)).toSatisfy(isAtLeast(unitsOf(counted)));
    expect(planned.transitions).toBe(counted.states + executions);
  });

  it('foretells every request of a pipeline that releases a model beside a champion', async () => {
    const deployment = countedDeployment(customerSatisfaction);
    const run = async (day: number) => {
      const file = Buffer.concat([...generateOrders({ rows: 600, seed: day })]);
      deployment.putFile(`incoming/${day}.csv`, file);
      return deployment.run({ source: `s3://artifacts/incoming/${day}.csv`, minR2: -100, maxMse: 100 });
    };
    await run(1);

    const counted = await run(2);

    expect(counted.status).toBe('completed');
    const planned = estimate(customerSatisfaction, counted);
    expect(exactly(planned)).toEqual(exactly(counted));
    expect(unitsOf(planned)).toSatisfy(isAtLeast(unitsOf(counted)));
    expect(planned.transitions).toBe(counted.states + 1);
  });
});
