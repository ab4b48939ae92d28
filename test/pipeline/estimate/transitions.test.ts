import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/pipeline/compile/compile.ts';
import { transitions } from '../../../src/pipeline/estimate/transitions.ts';
import type { Pipeline } from '../../../src/pipeline/pipeline.ts';
import { distributed } from '../../conformance/orchestrator/pipelines/distributed/pipeline.ts';
import { mapped } from '../../conformance/orchestrator/pipelines/mapped/pipeline.ts';
import { satisfaction } from '../example.ts';

const count = (pipeline: Pipeline, items: number) =>
  transitions(
    compile(pipeline, {
      functions: Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, step])),
      begin: 'begin',
      bucket: 'bucket',
    }),
    () => items,
  );

describe('transitions', () => {
  it('are the states of a run that takes every way, and its end', () => {
    // begin, ingest, clean, a Parallel of train and the map with its 3 items, evaluate, gate, Choice, release, its Pass
    expect(count(satisfaction, 3)).toBe(9 + 2 + 3 + 1);
  });

  it('of an inline map grow with its items', () => {
    // begin, seed, map, total and the end, and a state an item
    expect([0, 1, 5].map((items) => count(mapped, items))).toEqual([5, 6, 10]);
  });

  it('of a Distributed Map are those of an execution an item', () => {
    expect([0, 1, 50].map((items) => count(distributed, items))).toEqual([5, 7, 105]);
  });
});
