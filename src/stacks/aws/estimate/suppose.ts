import type { Pace } from '../../../pipeline/estimate/longest-path.ts';
import type { StepNode } from '../../../pipeline/graph.ts';
import { toBatch } from '../../../runs/step-log.ts';
import type { StepRecord } from '../../../tracking/step-record.ts';
import type { LoggedCounts } from '../records/requests-of-call.ts';
import { sum } from './sum.ts';

/** What is supposed of a run. */
export interface Supposed extends Pace {
  readonly loggedBy: (step: StepNode) => LoggedCounts;
  /** Of the artifacts that it makes each time. */
  readonly sizesBytesOf: (step: StepNode) => readonly number[];
}

/** What is known when an estimate is made. */
export interface Known {
  /** By map; those left out are as long as they may be. */
  readonly items: ReadonlyMap<string, number>;
  /** Steps that ran, of the run to go by; none if there was no run. */
  readonly ran: readonly StepRecord[];
  /** How long every step is said to take. */
  readonly stepDurationMs?: number | undefined;
}

/** What a step is supposed to write down while nobody has seen it run. */
const USUALLY_LOGGED: LoggedCounts = { parameters: 8, metrics: 8, points: 8, tags: 2 };

/** Supposes durations as they are said, or else were measured, or else their timeouts, which are the most. */
export function suppose({ items, ran, stepDurationMs }: Known): Supposed {
  const records = Map.groupBy(ran, ({ node }) => node);
  return {
    itemsOf: (map) => items.get(map.id) ?? map.maxItems,
    durationMsOf: (node) => stepDurationMs ?? meanDurationMs(records.get(node.id)) ?? node.policy.timeoutMs,
    loggedBy: ({ id }) => records.get(id)?.map(countLogged)[0] ?? USUALLY_LOGGED,
    sizesBytesOf: ({ id }) => records.get(id)?.map(sizesBytes)[0] ?? [],
  };
}

/** Supposes that every step takes all of its time: the upper bound. */
export function supposeLongest(known: Known): Supposed {
  return { ...suppose(known), durationMsOf: ({ policy }: StepNode) => policy.timeoutMs };
}

/** Of a mapped step the mean of its items. */
function meanDurationMs(records: readonly StepRecord[] = []): number | undefined {
  if (records.length === 0) return undefined;
  return sum(records.map(({ startedAtMs, endedAtMs = startedAtMs }) => endedAtMs - startedAtMs)) / records.length;
}

function countLogged({ log, key: stepKey }: StepRecord): LoggedCounts {
  const { parameters = {}, metrics = [], tags = {} } = log ? toBatch(log, stepKey, 0) : {};
  return {
    parameters: Object.keys(parameters).length,
    metrics: new Set(metrics.map((point) => point.key)).size,
    points: metrics.length,
    tags: Object.keys(tags).length,
  };
}

function sizesBytes({ outputs }: StepRecord): number[] {
  return Object.values(outputs?.artifacts ?? {}).map(({ sizeBytes }) => sizeBytes);
}
