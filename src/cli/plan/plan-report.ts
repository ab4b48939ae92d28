import type { Path } from '../../pipeline/estimate/longest-path.ts';
import { misfits, type Misfit } from '../../pipeline/estimate/misfits.ts';
import { stepNodes } from '../../pipeline/graph.ts';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import { costOfRun, type RunCost } from '../../stacks/aws/estimate/cost-of-run.ts';
import { estimateRun, type RunEstimate } from '../../stacks/aws/estimate/estimate-run.ts';
import { PRICES, type Prices } from '../../stacks/aws/estimate/prices.ts';
import { suppose, supposeLongest, type Known } from '../../stacks/aws/estimate/suppose.ts';
import type { Frequency } from './frequency.ts';
import type { LastRun } from './last-run.ts';

/** A plan as `--json` prints it; amounts in US dollars. */
export interface PlanReport {
  readonly pipeline: string;
  readonly run: RunEstimate;
  readonly cost: RunCost;
  /** If every step took all of its time. */
  readonly atMost: { readonly gbSeconds: number; readonly longestPath: Path; readonly cost: number };
  readonly durations: Durations;
  /** Null while nobody said how often it runs. */
  readonly month: (Frequency & { readonly cost: number; readonly costAtMost: number }) | null;
  readonly prices: Prices;
  readonly misfits: readonly Misfit[];
}

/** Where the durations of steps come from. */
export interface Durations {
  readonly from: 'option' | 'run' | 'timeouts';
  /** The run to go by, with the stack that it ran on. */
  readonly run?: { readonly id: string; readonly stack: string };
  /** Steps that it did not run, whose timeouts count. */
  readonly unmeasured: readonly string[];
}

/** What a plan is made of. */
export interface PlanFacts extends Omit<Known, 'ran'> {
  readonly pipeline: Pipeline;
  readonly last: LastRun | undefined;
  readonly frequency: Frequency | undefined;
}

/** Plans a pipeline: what its runs ask of AWS, what that costs, and what does not fit. */
export function planReport({ pipeline, last, frequency, items, stepDurationMs }: PlanFacts): PlanReport {
  const known: Known = { items, stepDurationMs, ran: last?.ran ?? [] };
  const run = estimateRun(pipeline, suppose(known));
  const longest = estimateRun(pipeline, supposeLongest(known));
  const cost = costOfRun(run, PRICES);
  const costAtMost = costOfRun(longest, PRICES).total;
  const perMonth = (amount: number) => amount * (frequency?.runsPerMonth ?? 0);
  return {
    pipeline: pipeline.name,
    run,
    cost,
    atMost: { gbSeconds: longest.gbSeconds, longestPath: longest.longestPath, cost: costAtMost },
    durations: durationsOf(pipeline, last, stepDurationMs),
    month: frequency ? { ...frequency, cost: perMonth(cost.total), costAtMost: perMonth(costAtMost) } : null,
    prices: PRICES,
    misfits: misfits(pipeline),
  };
}

function durationsOf({ nodes }: Pipeline, last: LastRun | undefined, said: number | undefined): Durations {
  if (said !== undefined) return { from: 'option', unmeasured: [] };
  const ids = stepNodes(nodes).map(({ id }) => id);
  if (!last) return { from: 'timeouts', unmeasured: ids };
  const measured = new Set(last.ran.map(({ node }) => node));
  const { id, stack } = last.run;
  return { from: 'run', run: { id, stack }, unmeasured: ids.filter((step) => !measured.has(step)) };
}
