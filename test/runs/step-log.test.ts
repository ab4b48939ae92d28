import { describe, expect, it } from 'vitest';
import { recordLog, toBatch, withMetricsOutputs } from '../../src/runs/step-log.ts';

describe('what a step logs', () => {
  it('is kept in the order logged, parameters as text', () => {
    const { logger, log } = recordLog();

    logger.parameter('l2', 0.5);
    logger.parameter('fast', true);
    logger.metric('loss', 2, 1);
    logger.metric('loss', 3);
    logger.tag('kind', 'ridge');

    expect(log()).toEqual({
      parameters: { l2: '0.5', fast: 'true' },
      metrics: [
        { key: 'loss', value: 2, step: 1 },
        { key: 'loss', value: 3, step: 0 },
      ],
      tags: { kind: 'ridge' },
    });
  });

  it('gains the numbers of metrics outputs, under the name of the output unless that is metrics', () => {
    const empty = { parameters: {}, metrics: [], tags: {} };
    const outputs = new Map([
      ['metrics', { mse: 1 }],
      ['baseline', { mse: 2 }],
    ]);

    expect(withMetricsOutputs(empty, outputs).metrics).toEqual([
      { key: 'mse', value: 1, step: 0 },
      { key: 'baseline.mse', value: 2, step: 0 },
    ]);
  });

  it('takes several at once', () => {
    const { logger, log } = recordLog();

    logger.parameters({ l2: 0.5, fast: true });
    logger.metrics({ loss: 2, gain: 1 }, 3);
    logger.metrics({ loss: 4 });
    logger.tags({ kind: 'ridge' });

    expect(log()).toEqual({
      parameters: { l2: '0.5', fast: 'true' },
      metrics: [
        { key: 'loss', value: 2, step: 3 },
        { key: 'gain', value: 1, step: 3 },
        { key: 'loss', value: 4, step: 0 },
      ],
      tags: { kind: 'ridge' },
    });
  });

  it('tells of models under the key of the step, unless the step said so itself', () => {
    const models = {
      parameters: { solver: 'cholesky', rank: '2' },
      metrics: [{ key: 'mse', value: 1, step: 0 }],
      tags: { signature: '{}' },
    };
    const log = { parameters: { 'train@folds#1.rank': 'two' }, metrics: [], tags: {}, models };

    expect(toBatch(log, 'train@folds#1', 7)).toEqual({
      parameters: { 'train@folds#1.solver': 'cholesky', 'train@folds#1.rank': 'two' },
      metrics: [{ key: 'train@folds#1.mse', value: 1, step: 0, timestampMs: 7 }],
      tags: { 'train@folds#1.signature': '{}' },
    });
  });

  it('is given its time only when it becomes the log of a run', () => {
    const log = { parameters: { a: 'b' }, metrics: [{ key: 'k', value: 1, step: 2 }], tags: { t: 'u' } };

    expect(toBatch(log, 'train', 7)).toEqual({ ...log, metrics: [{ key: 'k', value: 1, step: 2, timestampMs: 7 }] });
  });
});
