import { describe, expect, it } from 'vitest';
import { json, list, scalar } from '../../../src/pipeline/artifact-types.ts';
import { allStates } from '../../../src/pipeline/compile/all-states.ts';
import { checkDefinition } from '../../../src/pipeline/compile/check-definition.ts';
import { compile } from '../../../src/pipeline/compile/compile.ts';
import { stepNodes } from '../../../src/pipeline/graph.ts';
import { map } from '../../../src/pipeline/map.ts';
import { flag } from '../../../src/pipeline/parameters.ts';
import { pipeline, type Pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { when } from '../../../src/pipeline/when.ts';
import { satisfaction } from '../example.ts';

const start = step({
  name: 'start',
  inputs: {},
  outputs: { items: list<number>(), go: scalar<boolean>() },
  run: () => ({ items: [1], go: true }),
});
const work = step({
  name: 'work',
  inputs: { item: json<number>() },
  outputs: { out: json<number>(), go: scalar<boolean>() },
  run: ({ item }) => ({ out: item, go: true }),
});

function compiled(declared: Pipeline) {
  const functions = Object.fromEntries(
    stepNodes(declared.nodes).map(({ step: name }) => [name, `arn:aws:lambda:us-east-1:000000000000:function:${name}`]),
  );
  return compile(declared, {
    functions,
    begin: 'arn:aws:lambda:us-east-1:000000000000:function:begin',
    bucket: 'bucket',
  });
}

describe('compile', () => {
  it('gives a definition that Step Functions takes', () => {
    const definition = compiled(satisfaction);

    expect(checkDefinition(definition)).toEqual([]);
    expect(definition).toMatchSnapshot();
  });

  it('sends no data and no references through the states', () => {
    const tasks = allStates(compiled(satisfaction)).filter(
      ([name, state]) => state.Type === 'Task' && name !== 'begin',
    );

    const payloads = tasks.map(([, state]) => Object.keys((state['Parameters'] as { Payload: object }).Payload));

    expect(tasks.length).toBe(7);
    for (const keys of payloads) expect(keys).toEqual(['run.$', 'step', 'attempt.$', 'index.$']);
  });

  it('runs nodes that do not depend on each other in parallel', () => {
    const both = pipeline('both', { parameters: {} }, () => {
      start({});
      start({});
    });

    const definition = compiled(both);

    expect(checkDefinition(definition)).toEqual([]);
    expect((definition.States['Stage0']!['Branches'] as unknown[]).length).toBe(2);
  });

  it('reads a condition of a parallel stage from its branch', () => {
    const both = pipeline('both', { parameters: {} }, () => {
      start({});
      const second = start({});
      when(second.go, () => void start({}));
    });

    const definition = compiled(both);

    expect(checkDefinition(definition)).toEqual([]);
    expect(definition.States['when']!['Choices']).toEqual([
      { Variable: '$.values.Stage0[1].scalars.go', BooleanEquals: true, Next: 'start-3' },
    ]);
  });

  it('branches on a parameter', () => {
    const definition = compiled(
      pipeline('flagged', { parameters: { go: flag({ default: true }) } }, ({ go }) => when(go, () => void start({}))),
    );

    expect(checkDefinition(definition)).toEqual([]);
  });

  it('runs up to 40 items inline and more as a Distributed Map of standard children', () => {
    const of = (maxItems: number) =>
      compiled(
        pipeline('mapped', { parameters: {} }, () => {
          map(start({}).items, { maxItems, concurrency: 100 }, (item) => work({ item }).out);
        }),
      );

    const [inline, distributed] = [of(40), of(41)];

    expect([checkDefinition(inline), checkDefinition(distributed)]).toEqual([[], []]);
    expect(inline.States['map']).toMatchObject({ ItemsPath: '$.values.start.scalars.items', MaxConcurrency: 40 });
    expect(distributed.States['map']).toMatchObject({
      MaxConcurrency: 41,
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
    });
  });

  it('answers next to nothing from a map body, whatever it ends with', () => {
    const definition = compiled(
      pipeline('mapped', { parameters: {} }, () => {
        map(start({}).items, { maxItems: 4, concurrency: 1 }, (item) => {
          const made = work({ item });
          when(made.go, () => {
            const inner = start({});
            map(inner.items, { maxItems: 4, concurrency: 1 }, (nested) => work({ item: nested }).out);
          });
          return made.out;
        });
      }),
    );

    const bodies = allStates(definition).flatMap(([, state]) => (state.Type === 'Map' ? [state['ItemProcessor']] : []));
    const ends = bodies.flatMap((body) =>
      Object.values((body as { States: object }).States).filter((state) => state.End),
    );

    expect(checkDefinition(definition)).toEqual([]);
    expect(ends.map((state) => state.Result ?? state.ResultSelector)).toEqual([{ done: true }, { done: true }]);
  });

  it('asks again where a run waits its turn, and goes on where it is its turn', () => {
    const definition = compiled({ ...satisfaction, concurrency: 'queue' });

    expect(checkDefinition(definition)).toEqual([]);
    const first = compiled(satisfaction).States['begin']!['Next'];
    expect(definition.States).toMatchObject({
      begin: { Next: 'begin.Turn', ResultSelector: { 'queued.$': '$.Payload.queued' } },
      'begin.Turn': { Type: 'Choice', Choices: [{ Next: 'begin.Wait' }], Default: 'begin.Admitted' },
      'begin.Wait': { Type: 'Wait', SecondsPath: '$.waitSeconds', Next: 'begin' },
      'begin.Admitted': { Type: 'Pass', Next: first },
    });
  });

  it.each(['parallel', 'skip', 'replace'] as const)('has no states to wait in with %s', (concurrency) => {
    expect(compiled({ ...satisfaction, concurrency })).toEqual(compiled(satisfaction));
  });

  it('never retries permanent errors and always retries the throttles of Lambda', () => {
    const train = new Map(allStates(compiled(satisfaction))).get('train')!;

    const [permanent, faults, rest] = train['Retry'] as Record<string, unknown>[];

    expect(permanent).toEqual({ ErrorEquals: ['Sluice.Permanent'], MaxAttempts: 0 });
    expect(faults).toMatchObject({ MaxAttempts: 6, JitterStrategy: 'FULL' });
    expect(faults!['ErrorEquals']).toContain('Lambda.TooManyRequestsException');
    expect(rest).toMatchObject({ MaxAttempts: 3, JitterStrategy: 'FULL' });
  });
});
