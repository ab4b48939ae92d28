import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/pipeline/compile/compile.ts';
import { historyEvents } from '../../../src/pipeline/estimate/history-events.ts';
import type { Pipeline } from '../../../src/pipeline/pipeline.ts';
import { distributed } from '../../conformance/orchestrator/pipelines/distributed/pipeline.ts';
import { mapped } from '../../conformance/orchestrator/pipelines/mapped/pipeline.ts';
import { satisfaction } from '../example.ts';

const count = (pipeline: Pipeline, items: number) => {
  const functions = Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, step]));
  return historyEvents(compile(pipeline, { functions, begin: 'begin', bucket: 'bucket' }), () => items);
};

describe('historyEvents', () => {
  it('of an inline map belong to the execution', () => {
    expect(count(mapped, 5)).toEqual([{ events: 2 + 3 * 5 + 4 + 5 * (2 + 5) }]);
  });

  it('of a Distributed Map are those of an execution an item, however many there are', () => {
    expect(count(distributed, 50)).toEqual([{ events: 2 + 3 * 5 + 6 }, { map: 'map', events: 2 + 5 }]);
  });

  it('go into branches and conditions', () => {
    expect(count(satisfaction, 1)).toEqual([{ events: 2 + 6 * 5 + (4 + 5 + 4 + 7) + 2 * 2 }]);
  });
});
