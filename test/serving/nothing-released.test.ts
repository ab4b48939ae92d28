import { describe, expect, it } from 'vitest';
import { nothingReleased } from '../../src/serving/nothing-released.ts';

const registry = { models: async () => ({ items: ['satisfaction', 'churn'] }) };
const mendFor = async (name: string) => (await nothingReleased(name, registry)).facts.mend;

describe('nothingReleased', () => {
  it('names the model that was most likely meant', async () => {
    expect(await mendFor('satisfacton')).toBe('did you mean satisfaction?');
  });

  it('says when a model has versions and none is released', async () => {
    expect(await mendFor('churn')).toContain('gate');
  });

  it('says what to run when no name is near', async () => {
    expect(await mendFor('price')).toBe('run the pipeline that releases the model');
  });
});
