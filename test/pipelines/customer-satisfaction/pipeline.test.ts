import { describe, expect, it } from 'vitest';
import { customerSatisfaction } from '../../../pipelines/customer-satisfaction/pipeline.ts';
import { childrenOf, stepNodes } from '../../../src/pipeline/graph.ts';
import { defaultOf } from '../../../src/pipeline/parameters.ts';

describe('the customer-satisfaction pipeline', () => {
  it('ingests, cleans, trains, evaluates, judges and only then releases', () => {
    const { nodes } = customerSatisfaction;
    expect(nodes.map(({ id }) => id)).toEqual(['ingest', 'clean', 'train', 'evaluate', 'gate', 'report', 'when']);
    expect(nodes.at(-1)).toMatchObject({ condition: { node: 'gate', output: 'passed' } });
    expect(childrenOf(nodes.at(-1)!).map(({ id }) => id)).toEqual(['release']);
  });

  it('never reuses a release', () => {
    const uncached = stepNodes(customerSatisfaction.nodes).filter(({ policy }) => !policy.cache);
    expect(uncached.map(({ id, registry }) => [id, registry])).toEqual([['release', 'release']]);
  });

  it('needs nothing but a source', () => {
    const { parameters } = customerSatisfaction;
    const needed = Object.keys(parameters).filter((name) => defaultOf(parameters[name]!) === undefined);
    expect(needed).toEqual(['source']);
  });

  it('has generated data for a first try, and says that it is', () => {
    const { source } = customerSatisfaction.samples;
    expect(source?.description).toContain('generated');
    expect([...source!.generate({ rows: 3, seed: 1 })].length).toBeGreaterThan(0);
  });
});
