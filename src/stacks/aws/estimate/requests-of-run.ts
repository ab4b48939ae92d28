import { isInline } from '../../../pipeline/compile/map-state.ts';
import { enclosingMaps, walk } from '../../../pipeline/graph.ts';
import type { Pipeline } from '../../../pipeline/pipeline.ts';
import { runCalls } from '../../../runs/calls/run-calls.ts';
import { stepCalls } from '../../../runs/calls/step-calls.ts';
import { entriesOf, type StoreCall, type StoreCalls } from '../../../runs/calls/store-calls.ts';
import { REQUESTS_OF_ARTIFACTS, requestsOfParts } from '../artifacts/requests-of-call.ts';
import {
  type LoggedCounts,
  REQUESTS_OF_RECORDS,
  requestsOfLog,
  requestsOfStepList,
} from '../records/requests-of-call.ts';
import { addRequests, type Requests, requests } from './requests.ts';
import { sum } from './sum.ts';
import type { Supposed } from './suppose.ts';
import { timesInside, type Visit } from './visits.ts';

const NOTHING_LOGGED: LoggedCounts = { parameters: 0, metrics: 0, points: 0, tags: 0 };

/** What the steps of a run, and what is around them, ask of DynamoDB and S3. */
export function requestsOfRun(pipeline: Pipeline, visits: readonly Visit[], supposed: Supposed): Requests {
  const steps = sum(visits.map(({ times }) => times));
  const { nodes, steps: definitions } = pipeline;
  return addRequests([
    [requestsOfCalls(runCalls(pipeline), { steps, logged: NOTHING_LOGGED }), 1],
    [requests({ objectReads: 1 }), indexReads(pipeline, supposed)],
    ...visits.map(({ node, times }) => {
      const calls = stepCalls(node, { nodes, steps: definitions, itemsOf: supposed.itemsOf });
      return [requestsOfCalls(calls, { steps, logged: supposed.loggedBy(node) }), times] as const;
    }),
    ...visits.flatMap(({ node, times }) =>
      supposed.sizesBytesOf(node).map((sizeBytes) => [requestsOfParts(sizeBytes), times] as const),
    ),
  ]);
}

/** How often Step Functions itself reads the indices of a Distributed Map. */
function indexReads({ nodes }: Pipeline, { itemsOf }: Supposed): number {
  const around = enclosingMaps(nodes);
  const maps = [...walk(nodes)].filter((node) => node.kind === 'map').filter((map) => !isInline(map));
  return sum(maps.map(({ id }) => timesInside(around.get(id)!, itemsOf)));
}

/** What calls on the ports ask of AWS. */
function requestsOfCalls(calls: StoreCalls, sizes: { steps: number; logged: LoggedCounts }): Requests {
  return addRequests(entriesOf(calls).map(([call, count]) => [requestsOfCall(call, sizes), count]));
}

function requestsOfCall(call: StoreCall, { steps, logged }: { steps: number; logged: LoggedCounts }): Requests {
  if (call === 'logs.log') return requestsOfLog(logged);
  if (call === 'steps.list') return requestsOfStepList(steps);
  const known = REQUESTS_OF_RECORDS[call] ?? REQUESTS_OF_ARTIFACTS[call];
  if (known) return known;
  throw new TypeError(`nobody has counted what ${call} asks of AWS`);
}
