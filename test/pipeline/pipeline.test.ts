import { describe, expect, it } from 'vitest';
import { json } from '../../src/pipeline/artifact-types.ts';
import { file, number } from '../../src/pipeline/parameters.ts';
import { isPipeline, pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';

const make = step({ name: 'make', inputs: {}, outputs: { value: json<number>() }, run: () => ({ value: 1 }) });

describe('pipeline', () => {
  it('hands the declaring function a reference for each parameter', () => {
    let seen: unknown;
    pipeline('p', { parameters: { source: file(), n: number() } }, (parameters) => {
      seen = parameters;
      make({});
    });

    expect(seen).toEqual({
      source: { node: 'params', output: 'source', type: { name: 'file' } },
      n: { node: 'params', output: 'n', type: { name: 'scalar' } },
    });
  });

  it('lasts a day unless it says otherwise', () => {
    const [plain, short] = [{}, { timeoutMs: 1_000 }].map((options) =>
      pipeline('p', { parameters: {}, ...options }, () => void make({})),
    );

    expect([plain!.timeoutMs, short!.timeoutMs]).toEqual([86_400_000, 1_000]);
  });

  it('can be declared after another failed half-way', () => {
    const broken = () =>
      pipeline('broken', { parameters: {} }, () => {
        make({});
        throw new Error('on purpose');
      });

    expect(broken).toThrow('on purpose');
    expect(pipeline('whole', { parameters: {} }, () => void make({})).nodes.map(({ id }) => id)).toEqual(['make']);
  });

  it.each([
    ['pipeline.bad-name', () => pipeline('No name', { parameters: {} }, () => void make({}))],
    ['pipeline.bad-key', () => pipeline('p', { parameters: { 'a-b': number() } }, () => void make({}))],
    ['pipeline.empty', () => pipeline('p', { parameters: {} }, () => {})],
    ['pipeline.async-declaration', () => pipeline('p', { parameters: {} }, async () => void make({}))],
  ])('throws %s', (code, declare) => {
    expect(declare).toThrow(expect.objectContaining({ code }));
  });

  it('is told apart from whatever else a module exports', () => {
    const declared = pipeline('p', { parameters: {} }, () => void make({}));

    expect([declared, make, {}, null, 'p'].map(isPipeline)).toEqual([true, false, false, false, false]);
  });
});
