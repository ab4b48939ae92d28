import { describe, expect, it } from 'vitest';
import { stepNodes } from '../../../../src/pipeline/graph.ts';
import { suppose, supposeLongest } from '../../../../src/stacks/aws/estimate/suppose.ts';
import { stepOf } from '../../../cli/records.ts';
import { satisfaction } from '../../../pipeline/example.ts';

const [ingest] = stepNodes(satisfaction.nodes);
const log = { parameters: { a: '1' }, metrics: [0, 1].map((at) => ({ key: 'm', value: 1, step: at })), tags: {} };

describe('suppose', () => {
  it('goes by what a step did', () => {
    const { durationMsOf, loggedBy } = suppose({ items: new Map(), ran: [stepOf({ log })] });
    expect(durationMsOf(ingest!)).toBe(200);
    expect(loggedBy(ingest!)).toEqual({ parameters: 1, metrics: 1, points: 2, tags: 0 });
  });

  it('gives every step all of its time for the upper bound', () => {
    const { durationMsOf } = supposeLongest({ items: new Map(), ran: [stepOf()], stepDurationMs: 1 });
    expect(durationMsOf(ingest!)).toBe(900_000);
  });
});
