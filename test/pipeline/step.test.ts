import { describe, expect, it } from 'vitest';
import { json, scalar } from '../../src/pipeline/artifact-types.ts';
import { number } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { DEFAULT_POLICY } from '../../src/pipeline/policy.ts';
import { step } from '../../src/pipeline/step.ts';

const make = step({
  name: 'make',
  inputs: {},
  outputs: { value: json<number>(), size: scalar<number>() },
  policy: { retries: 0 },
  run: (_inputs, { by }: { by?: number }) => ({ value: by ?? 1, size: 1 }),
});
const use = step({
  name: 'use',
  inputs: { value: json<number>() },
  outputs: {},
  registry: 'release',
  run: () => ({}),
});

describe('step', () => {
  it('is what was defined, and can be called by hand', () => {
    expect([make.name, make.outputs.value.name]).toEqual(['make', 'json']);
    expect(
      make.run({}, { by: 3 }, { log: undefined as never, signal: undefined as never, progress: undefined as never }),
    ).toEqual({
      value: 3,
      size: 1,
    });
  });

  it('throws pipeline.bad-name for a name that cannot be a key', () => {
    expect(() => step({ name: 'Make it', inputs: {}, outputs: {}, run: () => ({}) })).toThrow(
      expect.objectContaining({ code: 'pipeline.bad-name' }),
    );
  });

  it('becomes a node of plain data when it is called in a declaration', () => {
    const { nodes, steps } = pipeline('p', { parameters: { n: number() } }, ({ n }) => {
      const { value, size } = make({}, { by: n });
      make({}, { by: size });
      make({}, { by: 4 });
      use({ value });
    });

    expect(JSON.parse(JSON.stringify(nodes))).toEqual(nodes);
    expect(nodes[0]).toEqual({
      kind: 'step',
      id: 'make',
      step: 'make',
      inputs: {},
      parameters: { by: { node: 'params', output: 'n', type: 'scalar' } },
      outputs: { value: 'json', size: 'scalar' },
      policy: { ...DEFAULT_POLICY, retries: 0 },
      registry: 'none',
    });
    expect(nodes.slice(1)).toMatchObject([
      { id: 'make-2', parameters: { by: { node: 'make', output: 'size' } } },
      { id: 'make-3', parameters: { by: 4 } },
      { id: 'use', inputs: { value: { node: 'make', output: 'value', type: 'json' } }, registry: 'release' },
    ]);
    expect([...steps.keys()]).toEqual(['make', 'use']);
  });

  it('keeps ids apart from names that look like numbered ones', () => {
    const numbered = step({ name: 'make-2', inputs: {}, outputs: {}, run: () => ({}) });

    const { nodes } = pipeline('p', { parameters: {} }, () => {
      make({});
      numbered({});
      make({});
    });

    expect(nodes.map(({ id }) => id)).toEqual(['make', 'make-2', 'make-3']);
  });
});
