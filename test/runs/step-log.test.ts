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

  it('is given its time only when it becomes the log of a run', () => {
    const log = { parameters: { a: 'b' }, metrics: [{ key: 'k', value: 1, step: 2 }], tags: { t: 'u' } };

    expect(toBatch(log, 7)).toEqual({ ...log, metrics: [{ key: 'k', value: 1, step: 2, timestampMs: 7 }] });
  });
});
