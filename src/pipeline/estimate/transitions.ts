import type { State, StateMachine } from '../compile/state-machine.ts';

/** How many items a map, by its state's name, is planned with. */
export type ItemsByMap = (map: string) => number;

/** The end of an execution is a transition, too. */
const END = 1;

/**
 * State transitions of one execution that Standard workflows are charged for, of maps with so many items, if every
 * condition holds, nothing is tried again and no turn is waited for; those of the child executions of Distributed Maps
 * are among them.
 */
export function transitions(machine: StateMachine, itemsOf: ItemsByMap): number {
  return END + statesEntered(machine, itemsOf);
}

function statesEntered(machine: StateMachine, itemsOf: ItemsByMap): number {
  return enteredStates(machine).reduce((sum, [name, state]) => sum + 1 + within(name, state, itemsOf), 0);
}

function within(name: string, state: State, itemsOf: ItemsByMap): number {
  const branches = (state['Branches'] ?? []) as readonly StateMachine[];
  const body = state['ItemProcessor'] as StateMachine | undefined;
  const ofBranches = branches.reduce((sum, branch) => sum + statesEntered(branch, itemsOf), 0);
  if (!body) return ofBranches;
  return itemsOf(name) * (statesEntered(body, itemsOf) + (isDistributed(body) ? END : 0));
}

/** The states of a run that need not wait. */
export function enteredStates(machine: StateMachine): [name: string, state: State][] {
  return Object.entries(machine.States).filter(([, { Type }]) => Type !== 'Wait');
}

/** Whether each item is an execution of its own. */
export function isDistributed(body: StateMachine): boolean {
  const { ProcessorConfig: config } = body as StateMachine & { readonly ProcessorConfig?: { readonly Mode: string } };
  return config?.Mode === 'DISTRIBUTED';
}
