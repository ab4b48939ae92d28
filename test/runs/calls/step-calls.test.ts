import { describe, expect, it } from 'vitest';
import { stepNodes } from '../../../src/pipeline/graph.ts';
import type { Pipeline } from '../../../src/pipeline/pipeline.ts';
import { stepCalls } from '../../../src/runs/calls/step-calls.ts';
import { distributed } from '../../conformance/orchestrator/pipelines/distributed/pipeline.ts';
import { satisfaction } from '../../pipeline/example.ts';

const callsOf = ({ nodes, steps }: Pipeline, step: string, items = 3) =>
  stepCalls(
    stepNodes(nodes).find(({ id }) => id === step)!,
    { nodes, steps, itemsOf: () => items },
  );
const always = { 'runs.get': 1, 'steps.begin': 1, 'logs.log': 1, 'steps.commit': 1 };

describe('stepCalls', () => {
  it('of a step that reads a file and gives a table: the file, the table and its profile', () => {
    expect(callsOf(satisfaction, 'ingest')).toEqual({
      ...always,
      'cache.get': 1,
      'cache.put': 1,
      'file.read': 1,
      'artifacts.create': 2,
    });
  });

  it('of a step that is not cached and asks the registry', () => {
    expect(callsOf(satisfaction, 'gate')).toEqual({
      ...always,
      'steps.get': 1,
      'artifacts.read': 2,
      'registry.release': 1,
      'registry.version': 1,
    });
  });

  it('of a step inside a map: its item out of the list, and what was made outside', () => {
    expect(callsOf(satisfaction, 'score')).toMatchObject({ 'steps.get': 2, 'artifacts.read': 2 });
  });

  it('around a Distributed Map: the file of indices, and everything that was gathered', () => {
    expect(callsOf(distributed, 'seed')).toMatchObject({ 'artifacts.replace': 1 });
    expect(callsOf(distributed, 'total', 50)).toMatchObject({ 'steps.get': 51, 'artifacts.read': 50 });
  });
});
