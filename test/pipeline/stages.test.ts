import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referencesOf, walk, type GraphNode, type StepNode } from '../../src/pipeline/graph.ts';
import { DEFAULT_POLICY } from '../../src/pipeline/policy.ts';
import { stages } from '../../src/pipeline/stages.ts';
import { satisfaction } from './example.ts';

const node = (id: string, reads: readonly string[]): StepNode => ({
  kind: 'step',
  id,
  step: id,
  inputs: Object.fromEntries(reads.map((from) => [from, { node: from, output: 'out', type: 'json' }])),
  parameters: {},
  outputs: { out: 'json' },
  policy: DEFAULT_POLICY,
  registry: 'none',
});
/** Graphs as declaring makes them: a node reads only from those before it. */
const graph = fc
  .array(fc.array(fc.nat({ max: 30 }), { maxLength: 3 }), { minLength: 1, maxLength: 20 })
  .map((reads) =>
    reads.map((from, index) => node(`n${index}`, index === 0 ? [] : from.map((other) => `n${other % index}`))),
  );

describe('stages', () => {
  it('keeps every node once, after all that it reads and no later than it must be', () => {
    fc.assert(
      fc.property(graph, (nodes) => {
        const ordered = stages(nodes);
        const level = new Map(ordered.flatMap((stage, index) => stage.map(({ id }) => [id, index] as const)));

        expect(
          ordered
            .flat()
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(nodes.map(({ id }) => id).toSorted());
        for (const each of nodes) {
          const before = referencesOf(each).map((reference) => level.get(reference.node)!);
          expect(level.get(each.id)).toBe(1 + Math.max(-1, ...before));
        }
      }),
    );
  });

  it('puts a map and a when after what their bodies read, and their readers after them', () => {
    const ids = (nodes: readonly GraphNode[]) => nodes.map(({ id }) => id);

    expect(stages(satisfaction.nodes).map(ids)).toEqual([
      ['ingest'],
      ['clean'],
      ['train', 'map'],
      ['evaluate'],
      ['gate'],
      ['when'],
    ]);
    expect([...walk(satisfaction.nodes)].map(({ id }) => id)).toContain('score');
  });
});
