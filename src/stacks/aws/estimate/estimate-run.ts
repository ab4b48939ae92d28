import { compile } from '../../../pipeline/compile/compile.ts';
import { longestPath, type Path } from '../../../pipeline/estimate/longest-path.ts';
import { transitions } from '../../../pipeline/estimate/transitions.ts';
import { stepNodes, walk } from '../../../pipeline/graph.ts';
import type { Pipeline } from '../../../pipeline/pipeline.ts';
import { AROUND_A_RUN, AROUND_MS, COLD_START_MS } from './functions.ts';
import type { Requests } from './requests.ts';
import { requestsOfRun } from './requests-of-run.ts';
import type { Supposed } from './suppose.ts';
import { sum } from './sum.ts';
import { type Visit, visitsOf } from './visits.ts';

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
  /** All times together, with their cold starts. */
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
    requests: requestsOfRun(pipeline, visits, supposed),
    longestPath: longestPath(pipeline.nodes, supposed),
    steps,
  };
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

/** Of one call, its cold start with it. */
function gbSeconds(memoryMb: number, durationMs: number): number {
  return (memoryMb / 1_024) * ((COLD_START_MS + durationMs) / 1_000);
}
