import { compile } from '../../../pipeline/compile/compile.ts';
import { isInline } from '../../../pipeline/compile/map-state.ts';
import { longestPath, type Pace, type Path } from '../../../pipeline/estimate/longest-path.ts';
import { transitions } from '../../../pipeline/estimate/transitions.ts';
import { enclosingMaps, stepNodes, walk, type StepNode } from '../../../pipeline/graph.ts';
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
import { AROUND_A_RUN, AROUND_MS } from './functions.ts';
import { addRequests, type Requests, requests } from './requests.ts';

/** What is supposed of a run. */
export interface Supposed extends Pace {
  readonly loggedBy: (step: StepNode) => LoggedCounts;
  /** Of the artifacts that it makes each time. */
  readonly sizesBytesOf: (step: StepNode) => readonly number[];
}

/** What a step of the graph asks of Lambda in one run. */
export interface StepEstimate {
  /** Its id. */
  readonly node: string;
  /** How often a run comes to it. */
  readonly times: number;
  /** Of its function. */
  readonly memoryMb: number;
  /** Each time. */
  readonly durationMs: number;
  readonly timeoutMs: number;
  /** All times together. */
  readonly gbSeconds: number;
}

/** What one run asks of AWS when every condition holds, nothing is reused and nothing is tried again. */
export interface RunEstimate {
  readonly transitions: number;
  /** Of Lambda functions. */
  readonly invocations: number;
  readonly gbSeconds: number;
  readonly requests: Requests;
  readonly longestPath: Path;
  /** In declared order. */
  readonly steps: readonly StepEstimate[];
}

/** Estimates a run from the graph alone, and what is supposed of it. */
export function estimateRun(pipeline: Pipeline, supposed: Supposed): RunEstimate {
  const visits = visitsOf(pipeline, supposed);
  const steps = visits.map((visit) => stepEstimate(pipeline, visit, supposed));
  return {
    transitions: countTransitions(pipeline, supposed),
    invocations: AROUND_A_RUN.length + sum(steps.map(({ times }) => times)),
    gbSeconds: sum([...steps.map((step) => step.gbSeconds), ...AROUND_A_RUN.map(gbSecondsAround)]),
    requests: requestsOf(pipeline, visits, supposed),
    longestPath: longestPath(pipeline.nodes, supposed),
    steps,
  };
}

/** A step of the graph and how often a run comes to it. */
interface Visit {
  readonly node: StepNode;
  readonly times: number;
}

function visitsOf({ nodes }: Pipeline, { itemsOf }: Supposed): Visit[] {
  const maps = enclosingMaps(nodes);
  return stepNodes(nodes).map((node) => ({
    node,
    times: maps.get(node.id)!.reduce((product, map) => product * itemsOf(map), 1),
  }));
}

function countTransitions(pipeline: Pipeline, { itemsOf }: Supposed): number {
  const functions = Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, step]));
  const items = new Map([...walk(pipeline.nodes)].map((node) => [node.id, node.kind === 'map' ? itemsOf(node) : 0]));
  return transitions(compile(pipeline, { functions, begin: 'begin', bucket: 'bucket' }), (map) => items.get(map)!);
}

function stepEstimate({ nodes }: Pipeline, { node, times }: Visit, { durationMsOf }: Supposed): StepEstimate {
  // two nodes of one step share its function, which has the memory of the greedier
  const sharing = stepNodes(nodes).filter(({ step }) => step === node.step);
  const memoryMb = Math.max(...sharing.map(({ policy }) => policy.memoryMb));
  const durationMs = durationMsOf(node);
  const { timeoutMs } = node.policy;
  return { node: node.id, times, memoryMb, durationMs, timeoutMs, gbSeconds: times * gbSeconds(memoryMb, durationMs) };
}

function gbSecondsAround({ memoryMb }: { readonly memoryMb: number }): number {
  return gbSeconds(memoryMb, AROUND_MS);
}

function gbSeconds(memoryMb: number, durationMs: number): number {
  return (memoryMb / 1_024) * (durationMs / 1_000);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** How often Step Functions itself reads the indices of a Distributed Map. */
function indexReads({ nodes }: Pipeline, { itemsOf }: Supposed): number {
  const around = enclosingMaps(nodes);
  const maps = [...walk(nodes)].filter((node) => node.kind === 'map').filter((map) => !isInline(map));
  return sum(maps.map(({ id }) => around.get(id)!.reduce((product, map) => product * itemsOf(map), 1)));
}

function requestsOf(pipeline: Pipeline, visits: readonly Visit[], supposed: Supposed): Requests {
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

const NOTHING_LOGGED: LoggedCounts = { parameters: 0, metrics: 0, tags: 0 };

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
