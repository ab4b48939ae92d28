import { describe, expect, it } from 'vitest';
import { flightDelay } from '../../../pipelines/flight-delay/pipeline.ts';
import { childrenOf, stepNodes } from '../../../src/pipeline/graph.ts';

describe('the flight-delay pipeline', () => {
  it('ingests, prepares, trains, evaluates, judges and only then releases', () => {
    const { nodes } = flightDelay;
    expect(nodes.map(({ id }) => id)).toEqual(['ingest', 'prepare', 'train', 'evaluate', 'gate', 'report', 'when']);
    expect(childrenOf(nodes.at(-1)!).map(({ id }) => id)).toEqual(['release']);
  });

  it('never reuses a release', () => {
    const uncached = stepNodes(flightDelay.nodes).filter(({ policy }) => !policy.cache);
    expect(uncached.map(({ id }) => id)).toEqual(['release']);
  });

  it('has the real flights for a first try', () => {
    const { source } = flightDelay.samples;
    const [first] = source!.generate({ rows: 3_000_000, seed: 0 });
    expect(source!.description).toContain('real');
    expect(new TextDecoder().decode(first!.subarray(0, 4))).toBe('PAR1');
  });
});
