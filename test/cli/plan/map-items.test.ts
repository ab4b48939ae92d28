import { describe, expect, it } from 'vitest';
import { parseMapItems } from '../../../src/cli/plan/map-items.ts';
import { mapped } from '../../conformance/orchestrator/pipelines/mapped/pipeline.ts';
import { chain } from '../../conformance/orchestrator/pipelines/chain/pipeline.ts';

const badMap = (facts: object) =>
  expect.objectContaining({ code: 'cli.bad-map', facts: expect.objectContaining(facts) });

describe('parseMapItems', () => {
  it('reads how many items each map has', () => {
    expect(parseMapItems(['map=4'], mapped.nodes)).toEqual(new Map([['map', 4]]));
  });

  it.each(['map=6', 'fold=1', 'map', 'map=', 'map=x', '=1'])('refuses %j, and says what is allowed', (word) => {
    expect(() => parseMapItems([word], mapped.nodes)).toThrow(badMap({ seen: word, allowed: 'map=0 to map=5' }));
  });

  it('says so when the pipeline has no map', () => {
    expect(() => parseMapItems(['map=1'], chain.nodes)).toThrow(badMap({ mend: 'leave out --map' }));
  });
});
