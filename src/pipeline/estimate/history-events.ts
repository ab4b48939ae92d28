import type { State, StateMachine } from '../compile/state-machine.ts';
import { enteredStates, isDistributed, type ItemsByMap } from './transitions.ts';

/** Events of one execution. */
export interface History {
  /** The map whose items are executions of their own, or undefined of the pipeline's execution. */
  readonly map?: string;
  readonly events: number;
}

/** Started and ended. */
const AROUND_EXECUTION = 2;
/** Entered, scheduled, started, succeeded, left. */
const OF_TASK = 5;
/** Entered, started, succeeded, left. */
const OF_GROUP = 4;
/** Entered, left. */
const OF_OTHERS = 2;
/** Started, succeeded. */
const OF_ITERATION = 2;

/**
 * How many events the execution of a machine writes into its history, and those of its Distributed Maps each, if every
 * condition holds, nothing is tried again and no turn is waited for (Step Functions API: `HistoryEvent`).
 */
export function historyEvents(machine: StateMachine, itemsOf: ItemsByMap, map?: string): History[] {
  const states = enteredStates(machine).map(([name, state]) => ofState(name, state, itemsOf));
  const events = states.reduce((sum, state) => sum + state.events, AROUND_EXECUTION);
  return [{ ...(map === undefined ? {} : { map }), events }, ...states.flatMap(({ children }) => children)];
}

interface Counted {
  readonly events: number;
  readonly children: readonly History[];
}

function ofState(name: string, state: State, itemsOf: ItemsByMap): Counted {
  if (state.Type === 'Task') return { events: OF_TASK, children: [] };
  if (state.Type === 'Parallel') return inside(state['Branches'] as readonly StateMachine[], 1, 0, itemsOf);
  if (state.Type !== 'Map') return { events: OF_OTHERS, children: [] };
  const body = state['ItemProcessor'] as StateMachine;
  if (!isDistributed(body)) return inside([body], itemsOf(name), OF_ITERATION, itemsOf);
  return { events: OF_GROUP + OF_ITERATION, children: historyEvents(body, itemsOf, name) };
}

function inside(machines: readonly StateMachine[], times: number, eachTime: number, itemsOf: ItemsByMap): Counted {
  const histories = machines.map((machine) => historyEvents(machine, itemsOf));
  const once = histories.reduce((sum, [own]) => sum + own!.events - AROUND_EXECUTION, eachTime);
  return { events: OF_GROUP + times * once, children: histories.flatMap(([, ...children]) => children) };
}
