import { describe, expect, it } from 'vitest';
import { longestPath } from '../../../src/pipeline/estimate/longest-path.ts';
import type { MapNode, StepNode } from '../../../src/pipeline/graph.ts';
import { satisfaction } from '../example.ts';

const pace = (durations: Readonly<Record<string, number>>, items = 3) => ({
  durationMsOf: ({ id }: StepNode) => durations[id] ?? 1,
  itemsOf: (_map: MapNode) => items,
});

describe('longestPath', () => {
  it('goes through the slower of what runs side by side, and takes every condition', () => {
    const { steps, durationMs } = longestPath(satisfaction.nodes, pace({ train: 10 }));
    expect(steps).toEqual(['ingest', 'clean', 'train', 'evaluate', 'gate', 'release']);
    expect(durationMs).toBe(15);
  });

  it('goes through a map that takes longer, round after round of what it may do at once', () => {
    const { steps, durationMs } = longestPath(satisfaction.nodes, pace({ score: 4 }, 21));
    expect(steps).toEqual(['ingest', 'clean', 'score', 'evaluate', 'gate', 'release']);
    expect(durationMs).toBe(5 + 3 * 4);
  });

  it('of nothing takes no time', () => {
    expect(longestPath([], pace({}))).toEqual({ steps: [], durationMs: 0 });
  });
});
